/**
 * Whether a dossier `d` that runs is late by date: it was due before the day `from`, and before the day on which its clock stopped.
 * @rule R8
 */
export const isLate = (from: string): string =>
  `d.due_at < least(${from}::timestamptz, date_trunc('day', d.paused_since, 'Asia/Ho_Chi_Minh'))`;
