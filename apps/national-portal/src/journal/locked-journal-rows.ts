import { type LockingQueries, sql } from '@motcua/platform';
import { JOURNAL_COLUMNS, type JournalRow } from './journal-row.view.js';

/** The records that commands are about, in their order, their dossiers locked. */
export async function lockedJournalRows(
  queries: LockingQueries,
  commands: readonly { readonly id: string }[],
): Promise<readonly (JournalRow | undefined)[]> {
  const ids = commands.map(({ id }) => id);
  const rows = await queries.query<JournalRow>(
    sql`SELECT ${sql.raw(JOURNAL_COLUMNS)} FROM journal j JOIN dossier d ON d.dossier_id = j.dossier_id
      WHERE j.id = ANY (${ids}) ORDER BY d.dossier_id FOR UPDATE OF d ${queries.skipLocked}`,
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id));
}
