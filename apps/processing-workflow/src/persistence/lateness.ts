import type { Tx } from '@motcua/platform';
import type { CaseFact, CaseState, DueTrack, OverdueKind } from '@motcua/processing-domain';

const ADD = `
  INSERT INTO lateness (dossier_id, n, kind, track, task_id, step, due_at, at)
  SELECT $1, count(*) + 1, $2, $3, $4, $5, $6, $7 FROM lateness WHERE dossier_id = $1`;
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

export async function addLateness(
  tx: Tx,
  { dossierId, tasks }: CaseState,
  facts: readonly CaseFact[],
  at: Temporal.Instant,
): Promise<void> {
  for (const fact of facts) {
    if (fact.type !== 'becameOverdue') continue;
    const { kind, track, taskId, dueAt } = fact;
    const step = tasks.find(({ id }) => id === taskId)?.step ?? null;
    await tx.query(ADD, [dossierId, kind, track, taskId, step, dueAt, at]);
  }
}

export const listLateness = (queries: Pick<Tx, 'query'>, dossierId: string): Promise<LatenessRow[]> =>
  queries.query<LatenessRow>(LIST, [dossierId]);
