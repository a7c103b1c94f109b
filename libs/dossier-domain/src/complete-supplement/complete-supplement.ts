import { type Fault, Refusal, withOffset } from '@motcua/kernel';
import { receptionDue, type WorkingCalendar } from '@motcua/legal-clock';
import { assertAllowed } from '../life/move-not-allowed.js';
import { fault } from '../make-fault.js';
import { statusAfter } from '../life/moves.js';
import type { Life } from '../life/statuses.js';
import { componentFault } from '../procedure/missing-components.js';
import type { Channel } from '../procedure/procedure-version.js';
import type { DossierRefusalCode } from '../refusal-codes.js';
import type { Remark } from '../check-reasons-and-remarks.js';

/** A supplement request that awaits its completion. */
export interface OpenSupplement {
  readonly number: number;
  readonly items: readonly Remark[];
  readonly deadlineAt: Temporal.Instant;
}

export interface SupplementCompletion {
  readonly channel: Channel;
  readonly request: OpenSupplement;
  /** Codes of the components for which a file came after the request. */
  readonly attachedSince: readonly string[];
  /** What the procedure's JSON Schema finds wrong with the corrected form data. */
  readonly formFaults: readonly Fault[];
  /** Pointers of the fields that are otherwise than before. */
  readonly changed: (pointer: string) => boolean;
  /** The receiving agency's, for R6. */
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

interface Completed {
  readonly number: number;
  readonly completedAt: Temporal.Instant;
}

/** Before acceptance the dossier is registered again, and R6 runs anew; after it the case is asked, and decides. */
export type SupplementCompleted =
  | (Completed & {
      readonly afterAcceptance: false;
      readonly status: 'registered';
      readonly receptionDueAt: Temporal.Instant | null;
    })
  | (Completed & { readonly afterAcceptance: true });

/**
 * The applicant gives what was asked. Refused with `DOSSIER.COMPONENTS_MISSING` (evidence `missing`: what was asked for
 * and has not come) and `DOSSIER.SUPPLEMENT_EXPIRED` after its deadline; the deadline itself is in time.
 * @rule R6 R9
 */
export const completeSupplement = (life: Life, completion: SupplementCompletion): SupplementCompleted => {
  assertAllowed('completeSupplement', life);
  const { channel, request, calendar, now } = completion;
  assertNothingMissing(completion);
  if (Temporal.Instant.compare(now, request.deadlineAt) > 0) {
    const deadlineAt = withOffset(request.deadlineAt);
    throw new Refusal<DossierRefusalCode>('DOSSIER.SUPPLEMENT_EXPIRED', { number: request.number, deadlineAt });
  }
  const completed = { number: request.number, completedAt: now };
  if (life.everAccepted) return { ...completed, afterAcceptance: true };
  return {
    ...completed,
    afterAcceptance: false,
    status: statusAfter('completeSupplement', life.status, life.everAccepted),
    receptionDueAt: channel === 'online' ? receptionDue(calendar, now) : null,
  };
};

const unchanged = (pointer: string): Fault =>
  fault(
    pointer,
    'DOSSIER.FIELD_UNCHANGED',
    'Thông tin này được yêu cầu sửa nhưng chưa thay đổi.',
    'This field was asked for and is as before.',
  );

const assertNothingMissing = ({ request, attachedSince, formFaults, changed }: SupplementCompletion): void => {
  const asked = new Set(request.items.flatMap(({ component }) => component ?? []));
  const missing = [...asked].filter((component) => !attachedSince.includes(component));
  const asBefore = request.items.flatMap(({ field }) => (field === null || changed(field) ? [] : [field]));
  const faults = [...missing.map(componentFault), ...formFaults, ...[...new Set(asBefore)].map(unchanged)];
  if (faults.length > 0) throw new Refusal<DossierRefusalCode>('DOSSIER.COMPONENTS_MISSING', { missing }, faults);
};
