import type { Channel, CollectionTime, FeeKind, Subject } from '../vocabulary.js';

/** One dated fee or charge (R16), on the days `[validFrom, validTo)`. */
export interface TariffLine {
  readonly code: string;
  readonly kind: FeeKind;
  readonly name: string;
  /** Đồng; null: the provincial council has not set it yet. */
  readonly amount: number | null;
  /** Null: every variant. */
  readonly variant: string | null;
  readonly channels: readonly Channel[];
  readonly collectedAt: CollectionTime;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly legalBasis: string;
  /** Null: every kind of applicant. Absent, as the measure, in tariffs of before. */
  readonly applicants?: readonly Subject[] | null;
  readonly measure?: TariffMeasure | null;
}

/** By which field of the form a fee is measured: quantity, area or value. The line's amount is for `per` units. */
export interface TariffMeasure {
  readonly field: string;
  readonly unit: string;
  readonly per: number;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

export interface TariffRecord {
  readonly procedure: string;
  readonly revision: number;
  readonly lines: readonly TariffLine[];
  /** As an import read it; false once a person has set it. */
  readonly imported: boolean;
}
