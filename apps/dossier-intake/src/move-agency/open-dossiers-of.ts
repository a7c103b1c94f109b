import { ENDED } from '@motcua/dossier-domain';
import { type BulkTarget, type Database, MOST_ITEMS_A_PAGE, sql } from '@motcua/platform';

/** The dossiers that have not ended and in which an agency has a part, a page at a time. */
export async function* openDossiersOf(database: Database, agency: string): AsyncGenerator<readonly BulkTarget[]> {
  for (let last: string | null = null, more = true; more;) {
    const rows: readonly BulkTarget[] = await database.query<BulkTarget>(sql`
      SELECT id, version FROM dossier
      WHERE NOT status = ANY (${[...ENDED]}) AND (${last}::uuid IS NULL OR id > ${last}::uuid)
        AND ${agency} = ANY (ARRAY[receiving_agency, competent_agency, holder_agency] || task_agencies)
      ORDER BY id LIMIT ${MOST_ITEMS_A_PAGE}`);
    yield rows;
    last = rows.at(-1)?.id ?? null;
    more = rows.length === MOST_ITEMS_A_PAGE;
  }
}
