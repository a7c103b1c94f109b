import { createTestDatabase, eventually, type TestDatabase, TEST_PASSWORD } from '@motcua/testing';
import pg from 'pg';
import { bootstrapSchema, ownerOf, roleOf } from '../../database/bootstrap.js';
import { Database } from '../../database/database.js';
import { migrate } from '../../jobs/migrate.js';
import { TIDY_DEFAULTS, tidyOutbox } from './tidy-outbox.js';

const SCHEMA = 'tidy';
const INSERT = `
  INSERT INTO outbox (event_id, topic, key, type, sequence, time, headers, data)
  VALUES (gen_random_uuid(), 'motcua.note', $1, 'note', 1, now(), '{}', '{}')`;

describe('the tidying of the outbox', () => {
  let server: TestDatabase;
  let database: Database;
  let owner: pg.Pool;
  const { signal } = new AbortController();
  const tidy = (pageSize = 5_000) => tidyOutbox(database, { ...TIDY_DEFAULTS, pageSize, keepDays: 7 }, signal);

  const partitions = async (): Promise<string[]> =>
    (
      await owner.query<{ name: string }>(
        `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'outbox'::regclass ORDER BY 1`,
      )
    ).rows.map(({ name }) => name);
  /** Published events of a day long ago, in a partition of its own. */
  const longAgo = async (events: number, day = '2026-01-05', next = '2026-01-06'): Promise<void> => {
    const name = `outbox_${day.replaceAll('-', '')}`;
    await owner.query(
      `CREATE TABLE IF NOT EXISTS ${name} PARTITION OF outbox FOR VALUES FROM ('${day} 00:00Z') TO ('${next} 00:00Z')`,
    );
    await owner.query(
      `INSERT INTO outbox (event_id, topic, key, type, sequence, time, headers, data, recorded_at, published_at)
       SELECT gen_random_uuid(), 'motcua.note', 'n' || n, 'note', 1, now(), '{}', '{}', $2::timestamptz, now()
       FROM generate_series(1, $1::int) AS n`,
      [events, `${day} 12:00Z`],
    );
  };
  const count = async (table: string): Promise<number> =>
    Number((await owner.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n);

  beforeAll(async () => {
    server = await createTestDatabase();
    await bootstrapSchema(server.adminUrl, { schema: SCHEMA, role: roleOf(SCHEMA), password: TEST_PASSWORD });
    await migrate(server.adminUrl, SCHEMA, []);
    owner = new pg.Pool({
      connectionString: server.adminUrl,
      max: 4,
      options: `-c role=${ownerOf(SCHEMA)} -c search_path=${SCHEMA}`,
    });
    database = new Database({ url: server.urlFor(roleOf(SCHEMA), TEST_PASSWORD), schema: SCHEMA, poolSize: 4 });
    await database.connect();
  });
  afterEach(async () => {
    await owner.query('TRUNCATE outbox, outbox_archive');
  });
  afterAll(async () => {
    await database.close();
    await owner.end();
    await server.drop();
  });

  it('makes the coming days beside a command that has published and not committed, and holds up no other', async () => {
    const before = await partitions();
    const newest = before.filter((name) => /\d$/.test(name)).at(-1)!;
    await owner.query(`DROP TABLE ${newest}`);
    const command = await database.pool.connect();
    await command.query('BEGIN');
    await command.query(INSERT, ['open']);
    try {
      const tidied = tidy();
      await eventually(async () => (await partitions()).includes(newest));
      await database.query(INSERT, ['meanwhile']);
      await tidied;
      expect(await count('outbox')).toBe(1);
    } finally {
      await command.query('COMMIT');
      command.release();
    }
    expect(await partitions()).toEqual(before);
    expect(await count('outbox')).toBe(2);
  });

  it('moves what is old into the archive page by page, and drops the day when that holds up nobody', async () => {
    await longAgo(1_234);
    const command = await database.pool.connect();
    await command.query('BEGIN');
    await command.query(INSERT, ['open']);
    try {
      await tidy(500);
      expect(await count('outbox_archive')).toBe(1_234);
      expect(await partitions()).toContain('outbox_20260105');
    } finally {
      await command.query('COMMIT');
      command.release();
    }
    await tidy(500);
    expect(await partitions()).not.toContain('outbox_20260105');
    expect(await count('outbox_archive')).toBe(1_234);
    expect(await count('outbox')).toBe(1);
  });

  it('leaves what was never published where it is, with its day', async () => {
    await longAgo(3);
    await owner.query(`UPDATE outbox SET published_at = NULL WHERE key = 'n2'`);
    await tidy();
    expect(await count('outbox_archive')).toBe(2);
    expect((await owner.query('SELECT key FROM outbox')).rows).toEqual([{ key: 'n2' }]);
    expect(await partitions()).toContain('outbox_20260105');
  });

  it('makes the days of UTC, whatever zone the session or the maker of the schema has', async () => {
    const before = await partitions();
    const newest = before.filter((name) => /\d$/.test(name)).at(-1)!;
    for (const zone of ['Asia/Ho_Chi_Minh', 'America/New_York']) {
      await owner.query(`DROP TABLE ${newest}`);
      const session = await database.pool.connect();
      await session.query(`SET timezone = '${zone}'`);
      await session.query('SELECT outbox_add_partitions()');
      await session.query('RESET timezone');
      session.release();
      expect(await partitions()).toEqual(before);
      const { rows } = await owner
        .query<{ bounds: string }>(
          `SET timezone = 'UTC'; SELECT pg_get_expr(relpartbound, oid) AS bounds FROM pg_class WHERE oid = '${newest}'::regclass`,
        )
        .then((results) => (results as unknown as pg.QueryResult<{ bounds: string }>[])[1]!);
      expect(rows[0]?.bounds).toMatch(/FROM \('\d{4}-\d\d-\d\d 00:00:00\+00'\) TO \('\d{4}-\d\d-\d\d 00:00:00\+00'\)/);
    }
  });

  it('goes on where a day was made in another zone and overlaps', async () => {
    const before = await partitions();
    const newest = before.filter((name) => /\d$/.test(name)).at(-1)!;
    await owner.query(`DROP TABLE ${newest}`);
    const day = `${newest.slice(7, 11)}-${newest.slice(11, 13)}-${newest.slice(13)}`;
    await owner.query(
      `CREATE TABLE outbox_other_zone PARTITION OF outbox FOR VALUES FROM ('${day} 12:00Z') TO ('${day} 18:00Z')`,
    );
    await tidy();
    expect(await partitions()).not.toContain(newest);
    await owner.query('DROP TABLE outbox_other_zone');
    await tidy();
    expect(await partitions()).toContain(newest);
  });
});
