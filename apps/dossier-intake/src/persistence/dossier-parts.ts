import { type Queries, sql } from '@motcua/platform';
import type { PostalState } from '@motcua/dossier-domain';
import { FILES, type StoredFile } from './file-row.js';
import { type FoundPlace, PLACE } from './paper-place-row.js';
import { STORED_PAPER_COLUMNS, type StoredPaper } from './store-item-row.js';
import { type SupplementRow, SUPPLEMENTS } from './supplement-row.js';

/** What belongs to a dossier. */
export interface DossierParts {
  readonly holderName: string | null;
  readonly files: readonly StoredFile[];
  readonly supplements: readonly SupplementRow[];
  readonly results: readonly StoredPaper[];
  /** Where its papers are, if they were in a bag. */
  readonly place: FoundPlace | null;
  /** The last order for its result at the postal service. */
  readonly lastPost: { readonly state: PostalState; readonly orderNumber: string } | null;
  /** Whether it was handed in at a post office. */
  readonly handedInAtPost: boolean;
  /** Of the receiving and the competent agency, those that are closed, with who took their place. */
  readonly closed: readonly { readonly agency: string; readonly successors: readonly string[] }[];
}

export const NO_PARTS: DossierParts = {
  holderName: null,
  files: [],
  supplements: [],
  results: [],
  place: null,
  lastPost: null,
  handedInAtPost: false,
  closed: [],
};

/** In JSON, where times are texts. */
type Written<Row> = { readonly [Field in keyof Row]: Temporal.Instant extends Row[Field] ? string | null : Row[Field] };
type WrittenFile = Omit<Written<StoredFile>, 'source'> & { readonly source: Written<StoredPaper> | null };

interface FoundParts extends Pick<DossierParts, 'holderName' | 'place' | 'lastPost' | 'handedInAtPost' | 'closed'> {
  readonly id: string;
  readonly files: WrittenFile[] | null;
  readonly supplements: Written<SupplementRow>[] | null;
  readonly results: Written<StoredPaper>[] | null;
}

const TIMES: ReadonlySet<string> = new Set([
  'uploadedAt',
  'requestedAt',
  'deadlineAt',
  'givenAt',
  'completedAt',
  'lapsedAt',
  'cancelledAt',
  'receptionDueAt',
  'issuedAt',
  'revokedAt',
]);

const rowOf = <Row>(written: Written<Row>): Row =>
  Object.fromEntries(
    Object.entries(written as object).map(([field, value]): [string, unknown] => [
      field,
      TIMES.has(field) && typeof value === 'string' ? Temporal.Instant.from(value) : value,
    ]),
  ) as Row;

const rowsOf = <Row>(written: readonly Written<Row>[] | null): Row[] => (written ?? []).map((row) => rowOf<Row>(row));

const fileOf = ({ source, ...file }: WrittenFile): StoredFile => ({
  ...rowOf<Omit<StoredFile, 'source'>>(file),
  source: source && rowOf<StoredPaper>(source),
});

/** What belongs to these dossiers, by their ids, in one statement. */
export async function readParts(queries: Queries, ids: readonly string[]): Promise<Map<string, DossierParts>> {
  const found = await queries.query<FoundParts>(sql`
    SELECT d.id, (SELECT name FROM agency_copy WHERE code = d.holder_agency) AS "holderName",
      (SELECT json_agg(f ORDER BY f.id) FROM (
        SELECT ${FILES.columns('f')}, source.kind AS "reusedFrom", source.paper AS source
        FROM dossier_file f LEFT JOIN LATERAL (
          SELECT to_json(one) AS paper, CASE WHEN one.id = f.from_store THEN one.kind END AS kind FROM (
            SELECT ${STORED_PAPER_COLUMNS} FROM stored_paper p
            WHERE p.id = f.from_store OR (f.from_store IS NULL AND p.applicant_ref = d.applicant_ref AND p.sha256 = f.sha256 AND p.kind = 'result')
            LIMIT 1) one) source ON true
        WHERE f.dossier_id = d.id) f) AS files,
      (SELECT json_agg(s ORDER BY s.number) FROM (SELECT ${SUPPLEMENTS.columns('s')} FROM supplement_request s WHERE s.dossier_id = d.id) s) AS supplements,
      (SELECT json_agg(i ORDER BY i."issuedAt", i.id) FROM (
        SELECT ${STORED_PAPER_COLUMNS} FROM stored_paper p WHERE p.dossier_id = d.id AND p.kind = 'result') i) AS results,
      (SELECT to_json(place) FROM (${PLACE} WHERE p.dossier_id = d.id) place) AS place,
      (SELECT json_build_object('state', o.state, 'orderNumber', o.order_number) FROM postal_order o
        WHERE o.dossier_id = d.id ORDER BY o.n DESC LIMIT 1) AS "lastPost",
      EXISTS (SELECT FROM agency_copy WHERE code = d.submission_agency AND kind = 'postOffice') AS "handedInAtPost",
      coalesce((SELECT json_agg(json_build_object('agency', c.code, 'successors', c.successors) ORDER BY c.code) FROM agency_copy c
        WHERE c.code IN (d.receiving_agency, d.competent_agency) AND NOT c.active), '[]') AS closed
    FROM dossier d WHERE d.id = ANY (${ids}::uuid[])`);
  return new Map(
    found.map(({ id, files, supplements, results, ...rest }) => [
      id,
      {
        ...rest,
        files: (files ?? []).map(fileOf),
        supplements: rowsOf<SupplementRow>(supplements),
        results: rowsOf<StoredPaper>(results),
      },
    ]),
  );
}
