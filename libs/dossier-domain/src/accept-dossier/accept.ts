import { type BasisPoints, present, Refusal } from '@motcua/kernel';
import { dueDates, type SupplementPolicy, type Term, type WorkingCalendar } from '@motcua/legal-clock';
import { isBlank } from '../make-fault.js';
import { assertAllowed } from '../life/move-not-allowed.js';
import { statusAfter } from '../life/moves.js';
import type { Life } from '../life/statuses.js';
import { bindingVersion } from '../binding-version/binding-version.js';
import { componentFault, missingComponents } from '../received-papers/missing-components.js';
import type { ProcedureVersion } from '../binding-version/procedure-version.js';
import { variantOf } from '../binding-version/procedure-version.js';
import { type VersionDifference, versionDifference } from '../binding-version/version-difference.js';
import { type AttachedPaper, paperFaults } from '../reuse/reusable-paper.js';
import type { DossierRefusalCode } from '../refusal-codes.js';

export interface Acceptance {
  readonly variant: string;
  readonly attached: readonly AttachedPaper[];
  /** The version that bound at submission: its components are what was asked (R14). */
  readonly atSubmission: ProcedureVersion;
  /** The version in force now, whose term and process bind; null where the procedure was repealed since (R14). */
  readonly inForce: ProcedureVersion | null;
  /** How much sooner than the statutory term the result is promised: the term policy in force now (R17). */
  readonly reductionBasisPoints: BasisPoints;
  /** The counter's receipt, where a fee is due first. */
  readonly cashReceiptNumber: string | null;
  /** The competent agency's, else its nearest ancestor's (R4). */
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

/** The papers are complete and the term has begun (R3). */
export interface DossierAccepted {
  readonly status: 'accepted';
  readonly acceptedAt: Temporal.Instant;
  readonly procedureVersion: number;
  readonly term: Term;
  readonly supplementPolicy: SupplementPolicy;
  readonly supplementTermWorkingDays: number;
  readonly paymentPausesTerm: boolean;
  readonly cashReceiptNumber: string | null;
  readonly statutoryDueAt: Temporal.Instant;
  readonly promisedDueAt: Temporal.Instant;
  /** Days off of a year that the term touches are not decided yet. */
  readonly provisional: boolean;
  /** For the officer to see (R14); null where nothing differs. */
  readonly difference: VersionDifference | null;
}

/**
 * The one-stop accepts. Refused with `DOSSIER.ACTION_NOT_ALLOWED`, `DOSSIER.CASH_RECEIPT_REQUIRED` where a fee is due
 * first and no receipt is named, `DOSSIER.COMPONENTS_MISSING` (evidence `missing`), `DOSSIER.PAPERS_INVALID` where a reused
 * paper holds no more.
 * @rule R3 R17 R18 R20
 */
export function accept(life: Life, acceptance: Acceptance): DossierAccepted {
  assertAllowed('accept', life);
  const { cashReceiptNumber, atSubmission, inForce, reductionBasisPoints, calendar, now } = acceptance;
  const paysNow = life.status === 'paymentRequired';
  if (paysNow && isBlank(cashReceiptNumber)) throw new Refusal<DossierRefusalCode>('DOSSIER.CASH_RECEIPT_REQUIRED');
  const variant = completeVariantOf(acceptance);
  const faults = paperFaults(acceptance.attached, now);
  if (faults.length > 0) throw new Refusal<DossierRefusalCode>('DOSSIER.PAPERS_INVALID', {}, faults);
  const binding = bindingVersion(atSubmission, inForce, variant.code);
  const { term } = variantOf(binding, variant.code) ?? variant;
  const due = dueDates({ calendar, acceptedAt: now, term, reductionBasisPoints });
  return {
    status: paysNow
      ? statusAfter('acceptWithCashReceipt', life.status, life.everAccepted)
      : statusAfter('accept', life.status),
    acceptedAt: now,
    procedureVersion: binding.version,
    term,
    supplementPolicy: binding.supplementPolicy,
    supplementTermWorkingDays: binding.supplementTermWorkingDays,
    paymentPausesTerm: binding.paymentPausesTerm,
    cashReceiptNumber,
    ...running(due),
    provisional: due.provisional,
    difference: versionDifference(atSubmission, inForce, variant.code),
  };
}

function completeVariantOf({ atSubmission, variant: code, attached }: Acceptance) {
  const variant = present(
    variantOf(atSubmission, code),
    `version ${atSubmission.version} of ${atSubmission.code} has no variant ${code}`,
  );
  const missing = missingComponents(
    variant,
    attached.map(({ component }) => component),
  );
  if (missing.length === 0) return variant;
  throw new Refusal<DossierRefusalCode>('DOSSIER.COMPONENTS_MISSING', { missing }, missing.map(componentFault));
}

/** Without a supplement the clock runs, so that both due dates are there. */
const running = ({ statutoryDueAt, promisedDueAt }: ReturnType<typeof dueDates>) => ({
  statutoryDueAt: present(statutoryDueAt, 'a term without supplements is paused'),
  promisedDueAt: present(promisedDueAt, 'a term without supplements is paused'),
});
