import { type Sql, sql } from '@motcua/platform';

/**
 * Whether a dossier `d` that runs is late by date: it was due before the day `from`, and before the day on which its clock stopped.
 * @rule R8
 */
export const isLate = (from: Sql): Sql =>
  sql`d.due_at < least(${from}::timestamptz, date_trunc('day', d.paused_since, 'Asia/Ho_Chi_Minh'))`;
