import type { Queries } from '@motcua/platform';
import type { CaseFact, CaseState, DueTrack, OverdueKind } from '@motcua/processing-domain';

const LIST = `SELECT n, kind, track, task_id, step, due_at, at FROM lateness WHERE dossier_id = $1 ORDER BY n`;

/** That a case was late, with the instant from which on it was. */
export interface LatenessRow {
  readonly n: number;
  readonly kind: OverdueKind;
  readonly track: DueTrack | null;
  readonly task_id: string | null;
  readonly step: string | null;
  readonly due_at: Temporal.Instant;
  readonly at: Temporal.Instant;
}

/** The rows of what was late among the facts. */
export const latenessOf = (
  { tasks }: CaseState,
  facts: readonly CaseFact[],
  at: Temporal.Instant,
): Omit<LatenessRow, 'n'>[] =>
  facts.flatMap((fact) => {
    if (fact.type !== 'becameOverdue') return [];
    const { kind, track, taskId, dueAt } = fact;
    const step = tasks.find(({ id }) => id === taskId)?.step ?? null;
    return [{ kind, track, task_id: taskId, step, due_at: dueAt, at }];
  });

export const listLateness = (queries: Queries, dossierId: string): Promise<LatenessRow[]> =>
  queries.query<LatenessRow>(LIST, [dossierId]);
