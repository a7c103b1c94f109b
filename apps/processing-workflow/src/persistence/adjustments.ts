import type { Queries } from '@motcua/platform';
import type { CaseFact } from '@motcua/processing-domain';

const LIST = `
  SELECT n, rule, reason, at, by_subject, by_name, previous_statutory_due_at, previous_promised_due_at, statutory_due_at,
    promised_due_at
  FROM deadline_adjustment WHERE dossier_id = $1 ORDER BY n`;

/** One move of a due date, with its rule, reason, actor and time (R12). */
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

/** The rows of the moves among the facts. */
export const adjustmentsOf = (facts: readonly CaseFact[], at: Temporal.Instant): Omit<AdjustmentRow, 'n'>[] =>
  facts.flatMap((fact) => {
    if (fact.type !== 'deadlineAdjusted') return [];
    const { rule, reason, by, previous, due } = fact;
    return [
      {
        rule,
        reason,
        at,
        by_subject: by?.subject ?? null,
        by_name: by?.name ?? null,
        previous_statutory_due_at: previous.statutory,
        previous_promised_due_at: previous.promised,
        statutory_due_at: due.statutory,
        promised_due_at: due.promised,
      },
    ];
  });

export const listAdjustments = (queries: Queries, dossierId: string): Promise<AdjustmentRow[]> =>
  queries.query<AdjustmentRow>(LIST, [dossierId]);
