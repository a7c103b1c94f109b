import { startTestSystem, type TestSystem } from '@motcua/testing';
import { catalogue } from '../catalogue.definition.js';
import { type Filters, listStatement, searchStatement } from './list-statement.js';
import { searchTerms } from './search-terms.js';

const MANY = 20_000;
// Names of words that differ in how often they occur, as real ones do.
const FILL = `
  INSERT INTO catalogue.procedure (code, revision) SELECT '9.' || lpad(n::text, 6, '0'), 1 FROM generate_series(1, ${MANY}) AS n;
  INSERT INTO catalogue.procedure_headline (procedure, version, shown_from, shown_until, name, name_folded, name_exact, field_code, field_name,
    level, online_level, channels, agencies, competent_level, agency_names, effective_from, open_questions, name_words, name_exact_words, all_words, all_exact_words)
  SELECT '9.' || lpad(n::text, 6, '0'), 1, '-infinity', 'infinity', name, name, name, 'F' || n % 140, 'field', 'province', 'full', '{counter,online}',
    ARRAY['H48.' || n % 100], NULL, '{agency}', '2026-01-01', 0, words, words, words, words
  FROM (SELECT n, 'cap giay phep so ' || n || ' nhom ' || n % 500 AS name FROM generate_series(1, ${MANY}) AS n) AS one,
    LATERAL array_to_tsvector(ARRAY['cap', 'giay', 'phep', 'so', n::text, 'nhom']) AS words;
  ANALYZE catalogue.procedure; ANALYZE catalogue.procedure_headline;`;

describe('the plans of the lists over 20,000 procedures', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startTestSystem([catalogue]);
    await system.sql(FILL);
  });
  afterAll(() => system.stop());

  /** The plan that a prepared statement settles on: the one that knows no values. */
  const planOf = async ({ text, values }: ReturnType<typeof listStatement>): Promise<string> => {
    const literals = values.map((value) => {
      if (value === null || typeof value === 'number') return String(value);
      return `'${(value as string).replaceAll("'", "''")}'`;
    });
    await system.sql(
      `SET search_path = catalogue; SET plan_cache_mode = force_generic_plan; DEALLOCATE ALL; PREPARE asked AS ${text}`,
    );
    const rows = await system.sql<Record<'QUERY PLAN', string>>(`EXPLAIN EXECUTE asked (${literals.join(', ')})`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  const none: Filters = {
    field: undefined,
    agency: undefined,
    level: undefined,
    onlineLevel: undefined,
    channel: undefined,
  };
  const filters: [string, Filters][] = [
    ['nothing', none],
    ['a field', { ...none, field: 'F7' }],
    ['an agency', { ...none, agency: 'H48.7' }],
    ['a level and a channel', { ...none, level: 'province', channel: 'online' }],
  ];

  it.each(filters)('reads a page narrowed to %s in the order of its index', async (_, narrowed) => {
    const plan = await planOf(listStatement('2026-11-23', narrowed, '9.010000', 51));
    expect(plan).not.toMatch(/Seq Scan on procedure(_headline)? /);
  });

  it.each(
    filters.flatMap(([name, narrowed]) =>
      ['giay phep so 777', '9.0123', 'nhom 42'].map((query) => [query, name, narrowed] as const),
    ),
  )('searches %j narrowed to %s by its indexes', async (query, _, narrowed) => {
    const terms = searchTerms(query);
    if (!terms) throw new Error('the query has words');
    const plan = await planOf(searchStatement('2026-11-23', narrowed, terms, [-1, 0, ''], 51));
    expect(plan).not.toMatch(/Seq Scan on procedure(_headline)? /);
    expect(plan).toContain('procedure_headline_words');
  });
});
