import { type Database, openBytes, type Queries, sealBytes, type Sql, sql } from '@motcua/platform';

/** Which paper: a form about a dossier or another thing, and which one where there are several (1). */
interface PaperKey {
  readonly about: string;
  readonly form: string;
  readonly n?: number;
}

export interface NewPaper extends PaperKey {
  /** Code of the agency that issues it. */
  readonly agency: string;
  readonly at: Temporal.Instant;
}

/** The agency of a paper, as it was called when the paper was issued. */
interface Issuer {
  readonly code: string;
  readonly name: string;
  readonly superior: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  /** Name of the province's agency, after which papers say where they are signed. */
  readonly province: string | null;
}

export interface IssuedPaper extends Required<PaperKey> {
  readonly edition: number;
  readonly at: Temporal.Instant;
  readonly issuer: Issuer;
}

/**
 * Issues papers, in the transaction that decides what they say: the names of agencies are those of this moment. One that
 * was issued before gets a further edition.
 */
export async function issuePapers(queries: Queries, papers: readonly NewPaper[]): Promise<void> {
  if (papers.length === 0) return;
  const rows = papers.map(({ n = 1, at, ...paper }) => ({ ...paper, n, at: at.toString() }));
  await queries.query(sql`
    INSERT INTO issued_paper (about, form, n, edition, issued_at, issuer)
    SELECT p.about, p.form, p.n,
      1 + coalesce((SELECT max(i.edition) FROM issued_paper i WHERE (i.about, i.form, i.n) = (p.about, p.form, p.n)), 0),
      p.at, i.issuer
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS p (about uuid, form text, n int, agency text, at timestamptz)
      ${issuerOf(sql`p.agency`)}`);
}

/** Joins `i.issuer`. The name is null where the agency has not come yet. */
const issuerOf = (agency: Sql): Sql => sql`
  CROSS JOIN LATERAL (
    SELECT jsonb_build_object('code', c.code, 'name', a.name, 'superior', s.name, 'address', a.address, 'phone', a.phone,
      'province', r.name) AS issuer
    FROM (SELECT ${agency} AS code) c
      LEFT JOIN agency_copy a ON a.code = c.code
      LEFT JOIN agency_copy s ON s.code = a.parent
      LEFT JOIN agency_copy r ON r.code = a.ancestors[1]) i`;

/** `UBND tỉnh Quảng Ngãi` signs in `Quảng Ngãi`. */
export const placeOfIssuer = ({ province, name }: Issuer): string =>
  (province ?? name)
    .replace(/^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+/iu, '')
    .replace(/^(?:tỉnh|thành phố)\s+/iu, '');

/** Whether its agency has come by now. Printed before, a paper would keep the agency's code for its name. */
export const hasIssuer = ({ issuer: { code, name } }: IssuedPaper): boolean => name !== code;

/** Papers as they were issued: whatever is renamed later, and however often one is printed, it stays the same bytes. */
export class IssuedPapers {
  constructor(
    private readonly database: Database,
    /** Under which the bytes are sealed. */
    private readonly secrets: string,
  ) {}

  /** The newest edition; of the newest one where no number is named. */
  async find({ about, form, n }: PaperKey): Promise<IssuedPaper | undefined> {
    // An agency that had not come when the paper was issued is called as it is by now; its code is the last resort.
    const [paper] = await this.database.query<IssuedPaper>(sql`
      SELECT about, form, n, edition, issued_at AS at,
        CASE WHEN p.issuer->>'name' IS NOT NULL THEN p.issuer
          ELSE i.issuer || jsonb_build_object('name', coalesce(i.issuer->>'name', p.issuer->>'code')) END AS issuer
      FROM issued_paper p ${issuerOf(sql`p.issuer->>'code'`)}
      WHERE about = ${about} AND form = ${form} AND n = coalesce(${n ?? null}::int, n)
      ORDER BY n DESC, edition DESC LIMIT 1`);
    return paper;
  }

  /** The bytes of its first print; `print` makes them where this is the first. Of two at once the first one's are kept. */
  async pdf({ about, form, n, edition }: IssuedPaper, print: () => Promise<Buffer>): Promise<Buffer> {
    const which = sql`about = ${about} AND form = ${form} AND n = ${n} AND edition = ${edition}`;
    const kept = async (): Promise<Buffer | null> => {
      const [row] = await this.database.query<{ pdf: Buffer | null }>(sql`SELECT pdf FROM issued_paper WHERE ${which}`);
      return row?.pdf ?? null;
    };
    const known = await kept();
    if (known) return openBytes(this.secrets, known);
    const printed = await print();
    await this.database.query(
      sql`UPDATE issued_paper SET pdf = ${sealBytes(this.secrets, printed)} WHERE ${which} AND pdf IS NULL`,
    );
    return openBytes(this.secrets, (await kept())!);
  }
}
