import {
  CaseBecameOverdueV1,
  CaseDueSoonV1,
  CaseEscalatedV1,
  CaseSupplementDeadlineAdjustedV1,
} from '@motcua/contracts';
import { withOffset } from '@motcua/kernel';
import type { NewEvent } from '@motcua/platform';
import {
  type CaseFact,
  type CaseState,
  leadingAgency,
  leadingTask,
  type NamedCode,
  type Officer,
  stepOf,
} from '@motcua/processing-domain';

type Told = Pick<NewEvent, 'contract' | 'data'>;
type Fact<Type extends CaseFact['type']> = Extract<CaseFact, { readonly type: Type }>;

interface Place {
  readonly step: NamedCode | null;
  readonly agency: string;
  readonly holder: Officer | null;
}

/** Where the case is and who holds it: the task that the fact is about, else the one that carries the case on. */
export function placeOf(state: CaseState, taskId: string | null): Place {
  const task = state.tasks.find(({ id }) => id === taskId) ?? leadingTask(state);
  if (!task) return { step: null, agency: leadingAgency(state), holder: null };
  const { code, name } = stepOf(state.terms.definition, task.step);
  return { step: { code, name }, agency: task.agency, holder: task.holder };
}

/** The holder first, and nobody twice. */
const told = ({ holder }: Place, leaders: readonly Officer[]): Officer[] => [
  ...(holder ? [holder] : []),
  ...leaders.filter(({ subject }) => subject !== holder?.subject),
];

export function becameOverdue(
  state: CaseState,
  { kind, track, taskId, dueAt }: Fact<'becameOverdue'>,
  leaders: readonly Officer[],
  now: Temporal.Instant,
): Told {
  const place = placeOf(state, taskId);
  const at = withOffset(now);
  const { dossierId } = state;
  const data = { dossierId, kind, track, dueAt: withOffset(dueAt), at, ...place, tell: told(place, leaders) };
  return { contract: CaseBecameOverdueV1, data };
}

export function dueSoon(
  state: CaseState,
  { track, dueAt, workingHours }: Fact<'dueSoon'>,
  leaders: readonly Officer[],
  now: Temporal.Instant,
): Told {
  const place = placeOf(state, null);
  const data = {
    dossierId: state.dossierId,
    track,
    dueAt: withOffset(dueAt),
    workingHoursBefore: workingHours,
    at: withOffset(now),
    ...place,
    tell: told(place, leaders),
  };
  return { contract: CaseDueSoonV1, data };
}

export function escalated(
  state: CaseState,
  { why, reason, by, taskId }: Fact<'escalated'>,
  leaders: readonly Officer[],
  now: Temporal.Instant,
): Told {
  const { dossierId } = state;
  const data = { dossierId, why, reason, by, taskId, ...placeOf(state, taskId), at: withOffset(now), tell: leaders };
  return { contract: CaseEscalatedV1, data };
}

export function supplementDeadlineAdjusted(
  { dossierId }: CaseState,
  { number, rule, reason, by, previous, deadlineAt }: Fact<'supplementDeadlineAdjusted'>,
  now: Temporal.Instant,
): Told {
  const data = {
    dossierId,
    number,
    rule,
    reason,
    at: withOffset(now),
    by,
    previousDeadlineAt: withOffset(previous),
    deadlineAt: withOffset(deadlineAt),
  };
  return { contract: CaseSupplementDeadlineAdjustedV1, data };
}
