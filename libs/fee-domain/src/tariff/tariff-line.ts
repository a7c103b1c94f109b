import type { Dong } from '@motcua/kernel';

/** `phi` is a fee for a service, `lePhi` a charge of the state; they are receipted apart. */
export const FEE_KINDS = ['phi', 'lePhi'] as const;
export type FeeKind = (typeof FEE_KINDS)[number];

/** In the order in which they fall due; `onDemand`: a fee that arose after the submission. */
export const COLLECTION_TIMES = ['beforeAcceptance', 'onDemand', 'beforeReturn'] as const;
export type CollectionTime = (typeof COLLECTION_TIMES)[number];

export const CHANNELS = ['counter', 'online', 'post'] as const;
export type Channel = (typeof CHANNELS)[number];

export const APPLICANT_KINDS = ['citizen', 'enterprise', 'stateAgency', 'other'] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

/**
 * A fee by quantity, area or value: the line's amount is for so many units of what a field of the form says, and is never less
 * than the minimum, nor more than the maximum.
 */
export interface Measure {
  /** Of the form data: a number, such as of copies, square metres or đồng. */
  readonly field: string;
  /** What is counted, as people read it: `bản`, `m²`, `đồng`. */
  readonly unit: string;
  /** For how many units the amount is: 1 for each; 1,000 with an amount of 5 is a rate of 0.5 %. */
  readonly per: number;
  readonly minimum: Dong | null;
  readonly maximum: Dong | null;
}

/** Days `YYYY-MM-DD` in Vietnam, `[validFrom, validTo)`; null: without end. */
export interface Window {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** One dated fee or charge of a procedure (R16). */
export interface TariffLine extends Window {
  readonly code: string;
  readonly kind: FeeKind;
  readonly name: string;
  /** Null: the provincial council has not set it, so that nothing can be assessed. */
  readonly amount: Dong | null;
  /** Null: every variant. */
  readonly variant: string | null;
  readonly channels: readonly Channel[];
  readonly collectedAt: Exclude<CollectionTime, 'onDemand'>;
  /** Null: every kind of applicant. Absent, as the measure, in tariffs of before. */
  readonly applicants?: readonly ApplicantKind[] | null;
  /** Null: the amount is what is owed. */
  readonly measure?: Measure | null;
}

/**
 * Whether a window is open on a day `YYYY-MM-DD`.
 * @rule R16
 */
export const isOpen = ({ validFrom, validTo }: Window, day: string): boolean =>
  validFrom <= day && (validTo === null || day < validTo);
