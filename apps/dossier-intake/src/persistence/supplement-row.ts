import type { OfficerReference, Plain } from '@motcua/contracts';
import type { Remark, SupplementPart } from '@motcua/dossier-domain';
import { rowTable } from '@motcua/platform';

/** One row of `supplement_request`: of the one-stop, or of the case. */
export interface SupplementRow {
  readonly dossierId: string;
  readonly number: number;
  readonly beforeAcceptance: boolean;
  readonly requestedAt: Temporal.Instant;
  readonly items: readonly Remark[];
  /** What came of it before all was there. */
  readonly parts: readonly SupplementPart[];
  readonly deadlineAt: Temporal.Instant;
  readonly requestedBy: Plain<OfficerReference>;
  /** When the applicant gave what was asked. */
  readonly givenAt: Temporal.Instant | null;
  /** When that was taken. */
  readonly completedAt: Temporal.Instant | null;
  readonly rejectedReason: string | null;
  /** Why an officer took less than all of it as enough. */
  readonly enoughReason: string | null;
  /** When its deadline passed without an answer (ADR 0014). */
  readonly lapsedAt: Temporal.Instant | null;
  readonly cancelledAt: Temporal.Instant | null;
  readonly cancelledReason: string | null;
  /** When the reception was due as it was made, before the acceptance (R6). */
  readonly receptionDueAt: Temporal.Instant | null;
}

export const SUPPLEMENTS = rowTable<SupplementRow>('supplement_request', {
  dossierId: 'key',
  number: 'key',
  beforeAcceptance: 'fixed',
  requestedAt: 'fixed',
  items: 'plain',
  parts: 'plain',
  deadlineAt: 'plain',
  requestedBy: 'fixed',
  givenAt: 'plain',
  completedAt: 'plain',
  rejectedReason: 'plain',
  enoughReason: 'plain',
  lapsedAt: 'plain',
  cancelledAt: 'plain',
  cancelledReason: 'plain',
  receptionDueAt: 'fixed',
});

/** A request as it is when it is made. */
export const newSupplement = (request: Omit<SupplementRow, keyof typeof UNANSWERED>): SupplementRow => ({
  ...request,
  ...UNANSWERED,
});

const UNANSWERED = {
  parts: [],
  givenAt: null,
  completedAt: null,
  rejectedReason: null,
  enoughReason: null,
  lapsedAt: null,
  cancelledAt: null,
  cancelledReason: null,
} as const;
