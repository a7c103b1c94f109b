import { startTestSystem, type TestSystem } from '@motcua/testing';
import { catalogue } from '../catalogue.definition.js';
import { phrasingsOf } from '@motcua/catalogue-domain';
import { comparedWords } from '@motcua/kernel';
import { type Filters, listStatement } from './list-statement.js';
import { searchStatement } from './search-statement.js';

const MANY = 20_000;
// Names of words that differ in how often they occur, as real ones do.
const FILL = `
  INSERT INTO catalogue.procedure (code, revision) SELECT '9.' || lpad(n::text, 6, '0'), 1 FROM generate_series(1, ${MANY}) AS n;
  INSERT INTO catalogue.procedure_headline (procedure, version, shown_from, shown_until, name, field_code, field_name,
    level, online_level, channels, agencies, competent_level, agency_names, effective_from, open_questions, grams, exact_grams, name_size, ancillary)
  SELECT '9.' || lpad(n::text, 6, '0'), 1, '-infinity', 'infinity', name, 'F' || n % 140, 'field', 'province', 'full', '{counter,online}',
    ARRAY['H48.' || n % 100], NULL, '{agency}', '2026-01-01', 0, words, words, 6, false
  FROM (SELECT n, 'cap giay phep so ' || n || ' nhom ' || n % 500 AS name FROM generate_series(1, ${MANY}) AS n) AS one,
    LATERAL (SELECT string_agg(quote_literal(gram) || ':1A', ' ')::tsvector FROM unnest(ARRAY['cap', 'giay', 'phep', 'so', n::text, 'nhom', 'giay phep', 'so ' || n]) AS gram) AS vector(words);
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
      const text = Array.isArray(value) ? `{${value.map((one) => JSON.stringify(one)).join(',')}}` : (value as string);
      return `'${text.replaceAll("'", "''")}'`;
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
    drafts: true,
  };
  const filters: [string, Filters][] = [
    ['nothing', none],
    ['a field', { ...none, field: 'F7' }],
    ['an agency', { ...none, agency: 'H48.7' }],
    ['a level and a channel', { ...none, level: 'province', channel: 'online' }],
  ];

  it.each(filters)(
    'reads a page narrowed to %s in the order of its index, also of codes that begin alike',
    async (_, narrowed) => {
      const begun = await planOf(listStatement('2026-11-23', narrowed, { after: '', begun: '9.0123' }, 51));
      expect(begun).not.toMatch(/Seq Scan on procedure(_headline)? /);
      const plan = await planOf(listStatement('2026-11-23', narrowed, { after: '9.010000' }, 51));
      expect(plan).not.toMatch(/Seq Scan on procedure(_headline)? /);
    },
  );

  it.each(
    filters.flatMap(([name, narrowed]) =>
      ['giay phep so 777', 'nhom 42'].map((query) => [query, name, narrowed] as const),
    ),
  )('searches %j narrowed to %s by its indexes', async (query, _, narrowed) => {
    const phrasings = phrasingsOf(comparedWords(query), []);
    const plan = await planOf(searchStatement('2026-11-23', narrowed, phrasings, [-9_999_999, 0, ''], 51));
    expect(plan).not.toMatch(/Seq Scan on procedure(_headline)? /);
    expect(plan).toContain('procedure_headline_grams');
  });
});
