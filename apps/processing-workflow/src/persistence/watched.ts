import type { WorkingCalendar } from '@motcua/legal-clock';
import { type Queries, type Sql, sql } from '@motcua/platform';
import {
  type CaseFact,
  type CaseState,
  type WatchedInstant,
  watchedInstants,
  type WatchSettings,
  latenessFacts,
} from '@motcua/processing-domain';
import { sameInstant } from './same-instant.js';

/** An instant of a case that nobody has noticed yet. */
export interface WatchedRow {
  readonly dossier_id: string;
  readonly name: string;
  readonly at: Temporal.Instant;
}

/** An instant that has passed, and what is so from then on. */
export interface PassedInstant {
  readonly name: string;
  readonly at: Temporal.Instant;
  readonly facts: readonly CaseFact[];
}

/** How a case is watched: on which calendar, and how far ahead. */
export interface Watch {
  readonly calendar: WorkingCalendar;
  readonly settings: WatchSettings;
}

export const hasPassed = ({ at }: { readonly at: Temporal.Instant }, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(at, now) < 0;

/**
 * What has passed by now and was noticed by nobody yet. Each is noticed once, by the sweep or by the next change of the case,
 * whichever comes first; so a case that goes on just after its due date was late all the same.
 * @param open the rows of the case that are not done
 */
export function passedInstants(
  state: CaseState,
  open: readonly WatchedRow[],
  { calendar, settings }: Watch,
  now: Temporal.Instant,
): PassedInstant[] {
  const due = new Set(open.filter((row) => hasPassed(row, now)).map(({ name }) => name));
  if (due.size === 0) return [];
  return watchedInstants(state, calendar, settings)
    .filter((one) => hasPassed(one, now) && due.has(one.name))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
    .map((one) => ({ name: one.name, at: one.at, facts: latenessFacts(state, one, now) }));
}

/** Whether nothing moved that {@link watchedInstants} looks at. */
export const watchedAlike = (a: CaseState, b: CaseState): boolean =>
  a.status === b.status &&
  sameInstant(a.due.promised, b.due.promised) &&
  sameInstant(a.due.statutory, b.due.statutory) &&
  a.tasks.length === b.tasks.length &&
  a.tasks.every((task, i) => task.id === b.tasks[i]?.id && sameInstant(task.dueAt, b.tasks[i].dueAt));

/** What the case wants watched from now on, instead of what was. */
export const toWatch = (state: CaseState, { calendar, settings }: Watch): WatchedInstant[] =>
  watchedInstants(state, calendar, settings);

/** The rows of these cases that nobody has noticed. @param of `= ANY (…)` or `IN (…)`, of dossier ids */
export const openWatched = (of: Sql): Sql => sql`
  SELECT w.dossier_id, w.name, w.at FROM watched_instant w WHERE w.dossier_id ${of} AND w.done_at IS NULL`;

/** What is noticed is done, and stays: the same instant is not noticed again. */
export async function markNoticed(queries: Queries, rows: readonly Omit<WatchedRow, 'at'>[], now: Temporal.Instant) {
  if (rows.length === 0) return;
  await queries.query(sql`
    UPDATE watched_instant i SET done_at = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (dossier_id uuid, name text)
    WHERE i.dossier_id = r.dossier_id AND i.name = r.name AND i.done_at IS NULL`);
}

/** Brings the rows of these cases to what is wanted; what is noticed already stays as it is. */
export async function saveWatched(queries: Queries, dossierIds: readonly string[], wanted: readonly WatchedRow[]) {
  if (dossierIds.length === 0) return;
  await queries.query(sql`
    WITH wanted AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w (dossier_id uuid, name text, at timestamptz)
    ), gone AS (
      DELETE FROM watched_instant i WHERE i.dossier_id = ANY (${dossierIds}::uuid[]) AND i.done_at IS NULL
        AND NOT EXISTS (SELECT FROM wanted w WHERE w.dossier_id = i.dossier_id AND w.name = i.name)
    )
    INSERT INTO watched_instant AS i (dossier_id, name, at) SELECT dossier_id, name, at FROM wanted
    ON CONFLICT (dossier_id, name) DO UPDATE SET at = excluded.at WHERE i.done_at IS NULL AND i.at <> excluded.at`);
}
