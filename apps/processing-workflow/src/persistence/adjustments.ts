import type { Tx } from '@motcua/platform';
import type { CaseFact } from '@motcua/processing-domain';

const ADD = `
  INSERT INTO deadline_adjustment (dossier_id, n, rule, reason, at, by_subject, by_name, previous_statutory_due_at,
    previous_promised_due_at, statutory_due_at, promised_due_at)
  SELECT $1, count(*) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10 FROM deadline_adjustment WHERE dossier_id = $1`;

const LIST = `
  SELECT n, rule, reason, at, by_subject, by_name, previous_statutory_due_at, previous_promised_due_at, statutory_due_at,
    promised_due_at
  FROM deadline_adjustment WHERE dossier_id = $1 ORDER BY n`;

/** One move of a due date, kept with its rule, reason, actor and time (R12). */
export interface AdjustmentRow {
  readonly n: number;
  readonly rule: string;
  readonly reason: string;
  readonly at: Temporal.Instant;
  readonly by_subject: string | null;
  readonly by_name: string | null;
  readonly previous_statutory_due_at: Temporal.Instant | null;
  readonly previous_promised_due_at: Temporal.Instant | null;
  readonly statutory_due_at: Temporal.Instant | null;
  readonly promised_due_at: Temporal.Instant | null;
}

export async function addAdjustments(
  tx: Tx,
  dossierId: string,
  facts: readonly CaseFact[],
  at: Temporal.Instant,
): Promise<void> {
  for (const fact of facts) {
    if (fact.type !== 'deadlineAdjusted') continue;
    const { rule, reason, by, previous, due } = fact;
    await tx.query(ADD, [
      dossierId,
      rule,
      reason,
      at,
      by?.subject ?? null,
      by?.name ?? null,
      previous.statutory,
      previous.promised,
      due.statutory,
      due.promised,
    ]);
  }
}

export const listAdjustments = (queries: Pick<Tx, 'query'>, dossierId: string): Promise<AdjustmentRow[]> =>
  queries.query<AdjustmentRow>(LIST, [dossierId]);
