export const FORM_NUMBERS = ['04', '05', '06'] as const;
export type FormNumber = (typeof FORM_NUMBERS)[number];

/** What every slip of a case begins with. */
export interface FormHead {
  readonly code: string;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly agency: { readonly code: string; readonly name: string };
  readonly superior: string | null;
  readonly place: string;
  /** Null once the applicant was erased, and while not heard of yet. */
  readonly applicant: { readonly kind: string; readonly fullName: string; readonly address: string | null } | null;
  readonly acceptedAt: string;
  /** As the appointment slip promised it. */
  readonly originalDueAt: string;
}

/** Who answers for a paper, with the office that the register of officers names. */
export interface Signatory {
  readonly name: string;
  readonly office: string | null;
}

interface Issued extends FormHead {
  readonly title: string;
  readonly issuedAt: string;
}

export interface ApologyForm extends Issued {
  readonly form: '04';
  readonly signer: Signatory | null;
  readonly reason: string;
  readonly previousDueAt: string;
  readonly newDueAt: string;
}

export interface StopForm extends Issued {
  readonly form: '05';
  /** Null where a supplement expired (R9). */
  readonly signer: Signatory | null;
  readonly reason: string;
}

export interface ControlSlip extends Issued {
  readonly form: '06';
  readonly steps: readonly {
    readonly step: string;
    readonly agency: string;
    readonly agencyName: string;
    readonly officer: string | null;
    /** For whom the officer stood in. */
    readonly onBehalfOf: string | null;
    readonly receivedAt: string;
    readonly handedOverAt: string | null;
    /** Of the step itself where it has a term of its own, else of the case; null for reception and return. */
    readonly dueAt: string | null;
    /** Null while it is not handed over, or where the clock paused. */
    readonly onTime: boolean | null;
    readonly outcome: string | null;
    readonly outcomeName: string | null;
    readonly note: string | null;
  }[];
}

export type CaseForm = ApologyForm | StopForm | ControlSlip;
