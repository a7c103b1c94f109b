import { type Fault, Refusal, withOffset } from '@motcua/kernel';
import { receptionDue, type WorkingCalendar } from '@motcua/legal-clock';
import { assertAllowed } from '../life/move-not-allowed.js';
import { fault } from '../make-fault.js';
import { statusAfter } from '../life/moves.js';
import type { Life } from '../life/statuses.js';
import { componentFault } from '../received-papers/missing-components.js';
import type { Channel } from '../binding-version/procedure-version.js';
import type { DossierRefusalCode } from '../refusal-codes.js';
import type { Remark } from '../check-reasons-and-remarks.js';

/** What an applicant gave of a request before all of it was there. */
export interface SupplementPart {
  readonly at: string;
  /** Numbers of the items that it met, the first item is 1. */
  readonly items: readonly number[];
}

/** A supplement request that awaits its completion. */
export interface OpenSupplement {
  readonly number: number;
  readonly items: readonly Remark[];
  readonly parts: readonly SupplementPart[];
  readonly deadlineAt: Temporal.Instant;
}

export interface SupplementCompletion {
  readonly channel: Channel;
  readonly request: OpenSupplement;
  /** The applicant gives what there is, and the rest later: the request stays open until all of it is there. */
  readonly partly?: boolean;
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

/** Something is there, and something is not: nothing else changes, and the request's deadline stays (R9). */
export interface SupplementPartGiven {
  readonly number: number;
  readonly part: SupplementPart;
  readonly missing: readonly Remark[];
}

/** Which items are there: by what the parts before have met, and by what came now. */
function isMet({ request, attachedSince, changed }: SupplementCompletion, index: number): boolean {
  if (givenItems(request).has(index + 1)) return true;
  const { component = null, field = null } = request.items[index] ?? {};
  return (component === null || attachedSince.includes(component)) && (field === null || changed(field));
}

/** Numbers of the items that are there already. */
export const givenItems = ({ parts }: Pick<OpenSupplement, 'parts'>): ReadonlySet<number> =>
  new Set(parts.flatMap(({ items }) => items));

/**
 * The applicant gives all that was asked, or a part of it where `partly` says so. Refused with `DOSSIER.COMPONENTS_MISSING` (evidence `missing`: what was asked for
 * and has not come) and `DOSSIER.SUPPLEMENT_EXPIRED` after its deadline; the deadline itself is in time.
 * @rule R6 R9
 */
export function completeSupplement(
  life: Life,
  completion: SupplementCompletion,
): SupplementCompleted | SupplementPartGiven {
  assertAllowed('completeSupplement', life);
  const { request, now } = completion;
  const part = partOf(completion);
  if (part) return part;
  assertNothingMissing(completion);
  assertInTime(request, now);
  return completed(life, completion);
}

/**
 * An officer takes what was given as enough, before the acceptance: as if the rest had not been asked. Refused with
 * `DOSSIER.SUPPLEMENT_NOTHING_GIVEN` where nothing was: such a request is taken back instead.
 * @rule R6 R9
 */
export function takeAsEnough(
  life: Life,
  completion: Pick<SupplementCompletion, 'channel' | 'request' | 'calendar' | 'now'>,
): SupplementCompleted {
  assertAllowed('takeAsEnough', life);
  assertSomethingGiven(completion.request);
  return completed(life, completion);
}

function completed(
  life: Life,
  { channel, request, calendar, now }: Pick<SupplementCompletion, 'channel' | 'request' | 'calendar' | 'now'>,
): SupplementCompleted {
  const fact = { number: request.number, completedAt: now };
  if (life.everAccepted) return { ...fact, afterAcceptance: true };
  return {
    ...fact,
    afterAcceptance: false,
    status: statusAfter('completeSupplement', life.status, life.everAccepted),
    receptionDueAt: channel === 'online' ? receptionDue(calendar, now) : null,
  };
}

function assertInTime(request: OpenSupplement, now: Temporal.Instant): void {
  if (Temporal.Instant.compare(now, request.deadlineAt) <= 0) return;
  const deadlineAt = withOffset(request.deadlineAt);
  throw new Refusal<DossierRefusalCode>('DOSSIER.SUPPLEMENT_EXPIRED', { number: request.number, deadlineAt });
}

/** Undefined where all is asked for now, or is there. */
function partOf(completion: SupplementCompletion): SupplementPartGiven | undefined {
  const { request, partly = false, formFaults, now } = completion;
  const missing = request.items.filter((_, index) => !isMet(completion, index));
  if (!partly || missing.length === 0) return undefined;
  const before = givenItems(request);
  const items = request.items.flatMap((_, index) =>
    isMet(completion, index) && !before.has(index + 1) ? [index + 1] : [],
  );
  // A part that brings nothing is refused as a completion is: by what is missing.
  if (items.length === 0) return undefined;
  if (formFaults.length > 0)
    throw new Refusal<DossierRefusalCode>('DOSSIER.COMPONENTS_MISSING', { missing: [] }, formFaults);
  assertInTime(request, now);
  return { number: request.number, part: { at: now.toString(), items }, missing };
}

const unchanged = (pointer: string): Fault =>
  fault(
    pointer,
    'DOSSIER.FIELD_UNCHANGED',
    'Thông tin này được yêu cầu sửa nhưng chưa thay đổi.',
    'This field was asked for and is as before.',
  );

function assertNothingMissing(completion: SupplementCompletion): void {
  const { request, attachedSince, formFaults, changed } = completion;
  const asked = request.items.filter((_, index) => !isMet(completion, index));
  const missing = [...new Set(asked.flatMap(({ component }) => component ?? []))].filter(
    (component) => !attachedSince.includes(component),
  );
  const asBefore = asked.flatMap(({ field }) => (field === null || changed(field) ? [] : [field]));
  const faults = [...missing.map(componentFault), ...formFaults, ...[...new Set(asBefore)].map(unchanged)];
  if (faults.length > 0) throw new Refusal<DossierRefusalCode>('DOSSIER.COMPONENTS_MISSING', { missing }, faults);
}

/** @throws Refusal DOSSIER.SUPPLEMENT_NOTHING_GIVEN where nothing of what was asked was given */
export function assertSomethingGiven(request: Pick<OpenSupplement, 'number' | 'parts'> | undefined): void {
  if (request?.parts.length === 0)
    throw new Refusal<DossierRefusalCode>('DOSSIER.SUPPLEMENT_NOTHING_GIVEN', { number: request.number });
}
