import { searchStatement, understand } from '@motcua/procedure-catalogue';
import type { Queries, Sql } from '@motcua/platform';
import { comparePages } from './asked-and-bare.js';
import { seedArrived } from './caught-up.js';
import type { Section } from './report.js';
import { connectTo, startProcess, SYSTEM, tokenOf, withFolder } from './running-system.js';
import type { Sizes } from './sizes.js';

const LIMIT = 20;
/** What people type: with and without diacritics, part of a word, a field, an agency, a word of the street. */
const QUERIES = [
  'thuốc thú y',
  'dang ky khai sinh',
  'cấp giấy chứng nhận',
  'cap lai',
  'nong nghiep',
  'giấy phép lái xe',
  'uy ban nhan dan cap xa',
  'sổ đỏ',
  'đất đai',
  'kinh doanh',
] as const;

// Each new procedure is one of the seed with the words of another: its name, field and agencies are found by both.
const FILL = `
  WITH seed AS (SELECT h AS line, row_number() OVER (ORDER BY procedure) - 1 AS place, count(*) OVER () AS many FROM procedure_headline h),
  pair AS (
    SELECT '9.' || lpad(n::text, 6, '0') AS code, a.line AS one, b.line AS other FROM generate_series(0, $1::int - 1) AS n
    JOIN seed a ON a.place = n % a.many JOIN seed b ON b.place = (n / b.many + n) % b.many
  ), made AS (INSERT INTO procedure (code, revision) SELECT code, 1 FROM pair)
  INSERT INTO procedure_headline
  SELECT (jsonb_populate_record(one, jsonb_build_object('procedure', code, 'name', (one).name || ', ' || (other).name,
      'grams', (one).grams || (other).grams, 'exact_grams', (one).exact_grams || (other).exact_grams,
      'name_size', (one).name_size + (other).name_size))).*
  FROM pair`;

const NO_FILTERS = {
  field: undefined,
  agency: undefined,
  level: undefined,
  onlineLevel: undefined,
  channel: undefined,
  drafts: false,
};
/** The search of procedures over HTTP against its statement. */
export const catalogueSearch = ({ procedures, pages: rounds }: Sizes): Promise<Section> =>
  withFolder(async (folder) => {
    const system = await startProcess(SYSTEM, '/health/ready', 3971, { MOTCUA_DATA_DIR: folder });
    const admin = await connectTo(folder, 'catalogue');
    try {
      await seedArrived(admin);
      const { rows } = await admin.query<{ many: number }>('SELECT count(*)::int AS many FROM procedure_headline');
      await admin.query(FILL, [procedures - (rows[0]?.many ?? 0)]);
      await admin.query('VACUUM (ANALYZE) procedure_headline');
      await admin.query('VACUUM (ANALYZE) procedure');
      const day = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString();
      const queries: Queries = {
        query: async <Row extends object>(statement: Sql | string) =>
          (typeof statement === 'string'
            ? await admin.query(statement)
            : await admin.query(statement.text, [...statement.values])
          ).rows as Row[],
      };
      const understood = new Map(
        await Promise.all(QUERIES.map(async (query) => [query, await understand(queries, query)] as const)),
      );
      const queryOf = (round: number) => QUERIES[round % QUERIES.length]!;
      const token = await tokenOf(system.url, 'citizen');
      const comparisons = await comparePages({ url: system.url, folder, token, rounds }, [
        {
          what: 'Search, best match first',
          service: 'catalogue',
          path: (round) => `/catalogue/v1/procedures?limit=${LIMIT}&query=${encodeURIComponent(queryOf(round))}`,
          statement: (round) => {
            const phrasings = understood.get(queryOf(round)) ?? [];
            return searchStatement(day, NO_FILTERS, phrasings, [-9_999_999, 0, ''], LIMIT + 1);
          },
          keyOf: ({ code }) => code,
        },
      ]);
      return {
        title: `Search over ${procedures.toLocaleString('en')} procedures`,
        about: `A first page of ${LIMIT} over HTTP against the statement that finds it, prepared, through the same driver, one request at a time; ${QUERIES.length} queries in turns, with and without diacritics, by name, field, agency and synonym. The procedures are those of the seed and combinations of two of them.`,
        comparisons,
      };
    } finally {
      await admin.end();
      await system.stop();
    }
  });
