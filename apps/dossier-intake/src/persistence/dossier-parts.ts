import { type Queries, sql } from '@motcua/platform';
import { FILES, type StoredFile } from './file-row.js';
import { STORE_ITEMS, type StoreItemRow } from './store-item-row.js';
import { type SupplementRow, SUPPLEMENTS } from './supplement-row.js';

/** What belongs to a dossier. */
export interface DossierParts {
  readonly holderName: string | null;
  readonly files: readonly StoredFile[];
  readonly supplements: readonly SupplementRow[];
  readonly results: readonly StoreItemRow[];
}

/** In JSON, where times are texts. */
type Written<Row> = { readonly [Field in keyof Row]: Temporal.Instant extends Row[Field] ? string | null : Row[Field] };

interface FoundParts {
  readonly id: string;
  readonly holderName: string | null;
  readonly files: Written<StoredFile>[] | null;
  readonly supplements: Written<SupplementRow>[] | null;
  readonly results: Written<StoreItemRow>[] | null;
}

const TIMES: ReadonlySet<string> = new Set([
  'uploadedAt',
  'requestedAt',
  'deadlineAt',
  'givenAt',
  'completedAt',
  'lapsedAt',
  'issuedAt',
  'revokedAt',
]);

const rowsOf = <Row>(written: readonly Written<Row>[] | null): Row[] =>
  (written ?? []).map(
    (row) =>
      Object.fromEntries(
        Object.entries(row as object).map(([field, value]): [string, unknown] => [
          field,
          TIMES.has(field) && typeof value === 'string' ? Temporal.Instant.from(value) : value,
        ]),
      ) as Row,
  );

/** What belongs to these dossiers, by their ids, in one statement. */
export async function readParts(queries: Queries, ids: readonly string[]): Promise<Map<string, DossierParts>> {
  const found = await queries.query<FoundParts>(sql`
    SELECT d.id, (SELECT name FROM agency_copy WHERE code = d.holder_agency) AS "holderName",
      (SELECT json_agg(f ORDER BY f.id) FROM (
        SELECT ${FILES.columns('f')}, CASE WHEN f.from_store IS NOT NULL THEN (SELECT i.kind FROM store_item i WHERE i.id = f.from_store) END AS "reusedFrom"
        FROM dossier_file f WHERE f.dossier_id = d.id) f) AS files,
      (SELECT json_agg(s ORDER BY s.number) FROM (SELECT ${SUPPLEMENTS.columns('s')} FROM supplement_request s WHERE s.dossier_id = d.id) s) AS supplements,
      (SELECT json_agg(i ORDER BY i."issuedAt", i.id) FROM (
        SELECT ${STORE_ITEMS.columns('i')} FROM store_item i WHERE i.dossier_id = d.id AND i.kind = 'result') i) AS results
    FROM dossier d WHERE d.id = ANY (${ids}::uuid[])`);
  return new Map(
    found.map(({ id, holderName, files, supplements, results }) => [
      id,
      {
        holderName,
        files: rowsOf<StoredFile>(files),
        supplements: rowsOf<SupplementRow>(supplements),
        results: rowsOf<StoreItemRow>(results),
      },
    ]),
  );
}
