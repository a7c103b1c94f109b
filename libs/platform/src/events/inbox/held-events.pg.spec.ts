import { createTestDatabase, TEST_PASSWORD, type TestDatabase } from '@motcua/testing';
import pg from 'pg';
import { bootstrapSchema, ownerOf, roleOf } from '../../database/bootstrap.js';
import { Database } from '../../database/database.js';
import { migrate } from '../../jobs/migrate.js';
import { dueKeys, markFollowersDue } from './held-events.js';
import { countHeldKeys, listHeldKeys, oldestHeldSeconds } from './held-keys.js';

const SCHEMA = 'held';
const KEYS = 1_000;
const EVENTS_OF_EACH = 20;

interface Plan {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Join Filter'?: number;
  readonly Plans?: readonly Plan[];
}

/** Rows that any node of a plan has looked at. */
const looked = (plan: Plan): number =>
  plan['Actual Loops'] *
    (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Join Filter'] ?? 0)) +
  (plan.Plans ?? []).reduce((sum, inner) => sum + looked(inner), 0);

describe('events that are held, very many of them', () => {
  let server: TestDatabase;
  let database: Database;
  let owner: pg.Pool;

  /** What a question reads, in rows. */
  const readBy = async (ask: (database: Database) => Promise<unknown>): Promise<number> => {
    let rows = 0;
    await ask({
      query: async (sql: string, values?: readonly unknown[]) => {
        const [explained] = await database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
          `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
          values,
        );
        rows += looked(explained!['QUERY PLAN'][0].Plan);
        return [];
      },
    } as unknown as Database);
    return rows;
  };

  beforeAll(async () => {
    server = await createTestDatabase();
    await bootstrapSchema(server.adminUrl, { schema: SCHEMA, role: roleOf(SCHEMA), password: TEST_PASSWORD });
    await migrate(server.adminUrl, SCHEMA, []);
    owner = new pg.Pool({
      connectionString: server.adminUrl,
      max: 1,
      options: `-c role=${ownerOf(SCHEMA)} -c search_path=${SCHEMA}`,
    });
    database = new Database({ url: server.urlFor(roleOf(SCHEMA), TEST_PASSWORD), schema: SCHEMA, poolSize: 2 });
    await database.connect();
    // Of each key the first event is missing; the last key's has been applied, and nobody has said so.
    await owner.query(
      `INSERT INTO inbox_position SELECT 'motcua.note', 'k' || k, CASE k WHEN $1 THEN 1 ELSE 0 END FROM generate_series(1, $1) AS k`,
      [KEYS],
    );
    await owner.query(
      `INSERT INTO inbox_parked (id, topic, key, sequence, event, state, reason, parked_at)
       SELECT gen_random_uuid(), 'motcua.note', 'k' || k, s, '{"type":"note"}', 'queued', 'event 1 of its key has not been applied', now() - interval '1 hour'
       FROM generate_series(1, $1::int) AS k, generate_series(2, 1 + $2::int) AS s`,
      [KEYS, EVENTS_OF_EACH],
    );
    await owner.query('ANALYZE inbox_parked; ANALYZE inbox_position');
  });
  afterAll(async () => {
    await database.close();
    await owner.end();
    await server.drop();
  });

  it('cost nothing when it is asked what may be tried now, and something else is new', async () => {
    expect(await dueKeys(database, true)).toEqual([]);
    expect(await readBy((on) => dueKeys(on, true))).toBeLessThan(50);
  });

  it('are counted and listed by their heads', async () => {
    expect(await countHeldKeys(database)).toEqual({ parked: 0, waiting: 0, retrying: 1, gap: KEYS - 1 });
    // A row is counted at each node of the plan that it passes; all of them would be 20 a key at the lowest alone.
    expect(await readBy((on) => countHeldKeys(on))).toBeLessThan(15 * KEYS);
    const [head] = await listHeldKeys(database, { state: 'retrying', after: undefined, limit: 2 });
    expect(head).toMatchObject({ key: `k${KEYS}`, sequence: 2, events: EVENTS_OF_EACH, missing: null, type: 'note' });
    const gaps = await listHeldKeys(database, { state: 'gap', after: undefined, limit: 5 });
    expect(gaps.map(({ sequence, missing }) => [sequence, missing])).toEqual([2, 2, 2, 2, 2].map((n) => [n, 1]));
    expect(await oldestHeldSeconds(database)).toBeGreaterThan(3_500);
    expect(await readBy((on) => oldestHeldSeconds(on))).toBeLessThan(10);
  });

  it('become due where the one before was applied by a process that did not say so', async () => {
    await markFollowersDue(database);
    expect(await dueKeys(database, false)).toEqual([{ topic: 'motcua.note', key: `k${KEYS}`, sequence: 2 }]);
  });
});
