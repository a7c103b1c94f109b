import { dayInVietnam, type Fault, Refusal } from '@motcua/kernel';
import type { ImportedDraft } from '../import-procedures/imported-draft.js';
import type { FieldRecord, KnownNames } from '../import-procedures/known-names.js';
import type { ReadItem } from '../import-procedures/read-item.js';
import type { ProcedureDecision, ProcedureState } from '../procedure/procedure-state.js';
import type { CatalogueRefusalCode } from '../refusal-codes.js';
import type { PortalDifference } from './portal-difference.js';
import { differencesOf, proposeDraft } from './propose.js';

export interface DifferenceDecision {
  readonly actor: string;
  readonly reason: string | null;
}

/** What taking a difference does; no procedure changes where what is gone is taken note of, or ours says the same by now. */
interface Taken {
  readonly after: PortalDifference;
  readonly decision?: ProcedureDecision | undefined;
  readonly newField?: FieldRecord | undefined;
}

/** @throws Refusal DIFFERENCE.NOT_OPEN */
export function dismissDifference(
  before: PortalDifference,
  { actor, reason }: DifferenceDecision,
  now: Temporal.Instant,
): PortalDifference {
  assertOpen(before);
  return decided(before, 'dismissed', { actor, reason }, now);
}

/**
 * Takes what the portal says: a draft is made of it, with what it leaves open. What is gone is only taken note of: a repeal
 * needs its decision. @param read gives a fresh reading of the item
 * @throws Refusal DIFFERENCE.NOT_OPEN; DIFFERENCE.NOT_TAKEN where it cannot be read, or a person's draft is in the way
 */
export function takeDifference(
  before: PortalDifference,
  state: ProcedureState | undefined,
  read: () => ReadItem,
  known: KnownNames,
  by: DifferenceDecision,
  now: Temporal.Instant,
): Taken {
  assertOpen(before);
  if (before.kind === 'gone') return { after: decided(before, 'taken', by, now) };
  // Read twice: what is asked and noted is added to a reading.
  const [compared, draft] = [draftOf(before, read()), draftOf(before, read())];
  const differences = state ? differencesOf(state, compared, known, dayInVietnam(now)) : [];
  const isThere = state !== undefined && state.procedure.versions.length > 0 && state.procedure.repeal === null;
  // Somebody has entered by hand what the portal says.
  if (isThere && differences.length === 0) return { after: decided(before, 'taken', by, now) };
  const { contentHash } = before;
  const { result, decision, newField } = proposeDraft(state, { draft, contentHash }, differences, known, now);
  if (result.outcome === 'refused') throw notTaken(before, result.faults);
  const after = { ...decided(before, 'taken', by, now), draftVersion: result.version };
  return { after, decision, newField };
}

function draftOf(before: PortalDifference, item: ReadItem): ImportedDraft {
  if (item.draft) return item.draft;
  throw notTaken(before, item.faults);
}

const decided = (
  before: PortalDifference,
  state: 'taken' | 'dismissed',
  { actor, reason }: DifferenceDecision,
  now: Temporal.Instant,
): PortalDifference => ({
  ...before,
  state,
  decidedBy: actor,
  decidedAt: now,
  reason,
  revision: before.revision + 1,
});

function assertOpen({ procedure, state }: PortalDifference): void {
  if (state === 'open') return;
  throw new Refusal<CatalogueRefusalCode>('DIFFERENCE.NOT_OPEN', { procedure, state }, [], {
    vi: 'Khác biệt này đã được xử lý hoặc không còn.',
    en: 'This difference has been decided, or is none any more.',
  });
}

const notTaken = ({ procedure }: PortalDifference, faults: readonly Fault[]): Refusal<CatalogueRefusalCode> =>
  new Refusal<CatalogueRefusalCode>('DIFFERENCE.NOT_TAKEN', { procedure }, faults, {
    vi: 'Chưa lập được bản thảo từ nội dung của Cổng; đề nghị xử lý nguyên nhân được nêu, hoặc bỏ qua kèm lý do.',
    en: 'No draft can be made of what the portal says: deal with the reasons given, or dismiss the difference with a reason.',
  });
