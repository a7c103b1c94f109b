import type { ApplicantKind } from '@motcua/dossier-domain';

export const FORMS = ['01', '02', '03'] as const;

/** What every form of the one-stop says about its dossier. Times are instants as text; forms print them in Vietnam's zone. */
export interface FormHead {
  readonly form: (typeof FORMS)[number];
  readonly title: string;
  readonly code: string;
  readonly at: string;
  readonly agency: {
    readonly name: string;
    readonly superior: string | null;
    readonly address: string | null;
    readonly phone: string | null;
  };
  readonly applicant: {
    readonly kind: ApplicantKind;
    readonly fullName: string;
    readonly address: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  };
  /** Who applies beside the applicant. */
  readonly coApplicants: readonly string[];
  /** Who hands in, where that is not the applicant. */
  readonly handedInBy: { readonly fullName: string; readonly authorisation: string } | null;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly officer: string | null;
}

/** What a slip says of a paper beside its numbers. */
export type PaperNote = 'seenAndReturned' | 'notScanned' | 'fromCitizenStore' | 'reused';

/** Form 01: receipt and appointment. */
export interface AppointmentSlip extends FormHead {
  readonly form: '01';
  readonly components: readonly {
    /** Null for a paper beyond the list. */
    readonly code: string | null;
    readonly name: string;
    /** Null where nobody has recorded what came on paper. */
    readonly originals: number | null;
    readonly copies: number | null;
    readonly files: number;
    readonly note: PaperNote | null;
  }[];
  readonly term: string;
  readonly reduction: { readonly percent: string; readonly legalBasis: string } | null;
  readonly acceptedAt: string;
  readonly statutoryDueAt: string;
  readonly promisedDueAt: string;
  readonly delivery: { readonly method: string; readonly address: string | null };
  readonly fees: readonly {
    readonly name: string;
    readonly base: number;
    readonly net: number;
    readonly legalBasis: string | null;
  }[];
  readonly total: number;
  readonly payment: {
    /** In đồng; 0: nothing is to be paid. */
    readonly total: number;
    readonly paid: number;
    /** Due before the result is handed out. */
    readonly owed: number;
    /** Numbers of the receipts that hold. */
    readonly receipts: readonly string[];
    /** A receipt that was shown at the counter and that no cashier has recorded yet. */
    readonly unrecorded: { readonly number: string; readonly amount: number } | null;
  };
  /** What was submitted together with it, itself among them; nothing where it is alone. */
  readonly linked: readonly {
    readonly code: string;
    readonly procedureName: string;
    readonly agency: string;
    /** Places in this list of those for whose results it waits. */
    readonly after: readonly number[];
  }[];
}

/** Form 02: supplement request. */
export interface SupplementSlip extends FormHead {
  readonly form: '02';
  readonly number: number;
  readonly deadlineAt: string;
  readonly items: readonly { readonly what: string; readonly reason: string }[];
}

/** Form 03: refusal. */
export interface RefusalSlip extends FormHead {
  readonly form: '03';
  readonly reason: string;
  readonly items: readonly { readonly what: string; readonly reason: string }[];
}

export type FormFacts = AppointmentSlip | SupplementSlip | RefusalSlip;
