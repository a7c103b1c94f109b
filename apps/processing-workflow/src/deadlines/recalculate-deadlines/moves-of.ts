import { withOffset } from '@motcua/kernel';
import type { CaseState, Recalculated } from '@motcua/processing-domain';
import type { Move, Outcome } from '../../persistence/recalculations.js';

type Instants = readonly [Temporal.Instant | null | undefined, Temporal.Instant | null | undefined];

const move = (deadline: Move['deadline'], subject: string | null, [old, moved]: Instants): Move[] =>
  old && moved && !old.equals(moved)
    ? [{ deadline, subject, previousDueAt: withOffset(old), dueAt: withOffset(moved) }]
    : [];

/** Every deadline that moves. */
export const movesOf = (before: CaseState, { state: after }: Recalculated): Move[] => [
  ...move('statutory', null, [before.due.statutory, after.due.statutory]),
  ...move('promised', null, [before.due.promised, after.due.promised]),
  ...after.supplements.flatMap(({ number, deadlineAt }, i) =>
    move('supplement', String(number), [before.supplements[i]?.deadlineAt, deadlineAt]),
  ),
  ...after.tasks.flatMap(({ id, dueAt }, i) => move('step', id, [before.tasks[i]?.dueAt, dueAt])),
];

/** `kept`: the calendar would move a date, but it has passed, or would have. */
export function outcomeOf(moves: readonly Move[], { kept }: Recalculated): Outcome {
  if (moves.length > 0) return 'moved';
  return Object.keys(kept).length > 0 ? 'kept' : 'unchanged';
}
