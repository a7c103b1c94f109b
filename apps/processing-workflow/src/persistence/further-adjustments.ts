import type { Queries } from '@motcua/platform';
import type { CaseState, Decided, Officer } from '@motcua/processing-domain';

/** A move of the deadline of a step or of a supplement, with its rule, reason, actor and time (R12). */
export interface FurtherAdjustmentRow {
  readonly kind: 'step' | 'supplement';
  /** Id of the task, or number of the supplement. */
  readonly subject: string;
  readonly rule: string;
  readonly reason: string;
  readonly at: Temporal.Instant;
  readonly by_subject: string | null;
  readonly by_name: string | null;
  readonly previous_due_at: Temporal.Instant;
  readonly due_at: Temporal.Instant;
}

const LIST = `
  SELECT kind, subject, rule, reason, at, by_subject, by_name, previous_due_at, due_at
  FROM further_adjustment WHERE dossier_id = $1 ORDER BY n`;

type Moved = Pick<FurtherAdjustmentRow, 'kind' | 'subject' | 'rule' | 'reason' | 'previous_due_at' | 'due_at'> & {
  readonly by: Officer | null;
};

const PAUSED = 'Thời hạn của bước dời theo thời hạn giải quyết hồ sơ';

/** The terms of steps that moved, for the reason for which the case's own due dates did. */
function movedSteps(before: CaseState, { state, facts }: Decided): Moved[] {
  const why = facts.find((fact) => fact.type === 'deadlineAdjusted');
  const { rule = 'R8', reason = PAUSED, by = null } = why ?? {};
  return state.tasks.flatMap(({ id, dueAt }) => {
    const old = before.tasks.find((task) => task.id === id)?.dueAt;
    if (!old || !dueAt || old.equals(dueAt)) return [];
    return [{ kind: 'step', subject: id, rule, reason, by, previous_due_at: old, due_at: dueAt } as const];
  });
}

const movedSupplements = ({ facts }: Decided): Moved[] =>
  facts.flatMap((fact) => {
    if (fact.type !== 'supplementDeadlineAdjusted') return [];
    const { number, rule, reason, by, previous, deadlineAt } = fact;
    const subject = String(number);
    return [{ kind: 'supplement', subject, rule, reason, by, previous_due_at: previous, due_at: deadlineAt } as const];
  });

/** The rows of the deadlines of steps and supplements that a decision moved. */
export const furtherAdjustmentsOf = (
  before: CaseState,
  decided: Decided,
  at: Temporal.Instant,
): FurtherAdjustmentRow[] =>
  [...movedSteps(before, decided), ...movedSupplements(decided)].map(({ by, ...moved }) => ({
    ...moved,
    at,
    by_subject: by?.subject ?? null,
    by_name: by?.name ?? null,
  }));

export const listFurtherAdjustments = (queries: Queries, dossierId: string): Promise<FurtherAdjustmentRow[]> =>
  queries.query<FurtherAdjustmentRow>(LIST, [dossierId]);
