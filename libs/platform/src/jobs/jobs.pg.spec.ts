import { setTimeout as pause } from 'node:timers/promises';
import { createTestDatabase, eventually, TEST_PASSWORD, type TestDatabase } from '@motcua/testing';
import { Registry } from 'prom-client';
import { bootstrapSchema, roleOf } from '../database/bootstrap.js';
import { Database } from '../database/database.js';
import { installJobs, jobSchemaOf } from './job-schema.js';
import { Jobs } from './jobs.js';
import { runSweep } from './run-sweep.js';
import type { DueRow, Sweep } from './sweep.js';
import { SweepCounters } from './sweep-counters.js';

const SCHEMA = 'workflow';

/** Settles rows of a table in the service's own schema; a row marked as broken throws. */
class SettleRows implements Sweep {
  readonly name = 'settle-rows';

  constructor(
    private readonly database: Database,
    private readonly shared: { running: number; mostAtOnce: number } = { running: 0, mostAtOnce: 0 },
  ) {}

  due(after: DueRow | undefined, limit: number): Promise<DueRow[]> {
    return this.database.query<DueRow>(
      `SELECT at, id FROM due_row WHERE NOT settled AND ($1::timestamptz IS NULL OR (at, id) > ($1, $2)) ORDER BY at, id LIMIT $3`,
      [after?.at ?? null, after?.id ?? null, limit],
    );
  }

  async settle({ id }: DueRow): Promise<boolean> {
    this.shared.mostAtOnce = Math.max(this.shared.mostAtOnce, (this.shared.running += 1));
    await pause(2);
    this.shared.running -= 1;
    if (id.startsWith('broken')) throw new Error(`row ${id} cannot be settled`);
    const rows = await this.database.query(
      'UPDATE due_row SET settled = true, times = times + 1 WHERE id = $1 AND NOT settled RETURNING id',
      [id],
    );
    return rows.length > 0;
  }
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('the jobs of a service', () => {
  let server: TestDatabase;
  let database: Database;
  const url = (): string => server.urlFor(roleOf(SCHEMA), TEST_PASSWORD);
  const add = (...ids: string[]): Promise<unknown> =>
    database.query(`INSERT INTO due_row (id, at) SELECT unnest($1::text[]), now()`, [ids]);
  const settled = async (): Promise<string[]> =>
    (await database.query<{ id: string }>('SELECT id FROM due_row WHERE times = 1 ORDER BY id')).map(({ id }) => id);
  const jobsOf = (sweep: Sweep, through = database): Jobs =>
    new Jobs(SCHEMA, through, [sweep], new SweepCounters(new Registry()), quiet);

  beforeAll(async () => {
    server = await createTestDatabase();
    await bootstrapSchema(server.adminUrl, { schema: SCHEMA, role: roleOf(SCHEMA), password: TEST_PASSWORD });
    await installJobs(server.adminUrl, SCHEMA);
    // As every release that starts does.
    await installJobs(server.adminUrl, SCHEMA);
    const admin = new Database({ url: server.adminUrl, schema: SCHEMA, poolSize: 1 });
    await admin.connect();
    await admin.query(
      'CREATE TABLE due_row (id text PRIMARY KEY, at timestamptz NOT NULL, settled boolean NOT NULL DEFAULT false, times int NOT NULL DEFAULT 0)',
    );
    await admin.query(`GRANT ALL ON due_row TO ${roleOf(SCHEMA)}`);
    await admin.close();
    database = new Database({ url: url(), schema: SCHEMA, poolSize: 5 });
    await database.connect();
  });
  afterEach(() => database.query('DELETE FROM due_row'));
  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  it('find what came due while nothing ran, as soon as the service starts, and again when woken', async () => {
    await add('before');
    const jobs = jobsOf(new SettleRows(database));
    await jobs.start();
    await eventually(async () => (await settled()).length === 1);
    await add('later');
    await jobs.wake();
    await eventually(async () => (await settled()).length === 2);
    await jobs.stop();
  });

  it('wake the sweep every minute, by a schedule that is kept in the database', async () => {
    const rows = await database.query(`SELECT name, cron FROM ${jobSchemaOf(SCHEMA)}.schedule`);
    expect(rows).toEqual([{ name: 'settle-rows', cron: '* * * * *' }]);
  });

  it('of several processes let one sweep at a time, and settle each row once', async () => {
    const shared = { running: 0, mostAtOnce: 0 };
    const processes = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const own = new Database({ url: url(), schema: SCHEMA, poolSize: 3 });
        await own.connect();
        return { own, jobs: jobsOf(new SettleRows(own, shared), own) };
      }),
    );
    await add(...Array.from({ length: 250 }, (_, i) => `row-${String(i).padStart(3, '0')}`));
    for (const { jobs } of processes) await jobs.start();
    await Promise.all(processes.map(({ jobs }) => jobs.wake()));
    await eventually(async () => (await settled()).length === 250);
    expect(shared.mostAtOnce).toBe(1);
    for (const { own, jobs } of processes) {
      await jobs.stop();
      await own.close();
    }
  });

  it('step over a broken row, which blocks none of those behind it and is tried again', async () => {
    await add('broken-a', 'row-b', 'broken-c', 'row-d');
    const told: unknown[] = [];
    const logger = { error: (line: unknown) => void told.push((line as { row: string }).row) };
    const sweep = new SettleRows(database);
    expect(await runSweep(sweep, logger)).toEqual({ settled: 2, failed: 2 });
    expect(await settled()).toEqual(['row-b', 'row-d']);
    expect(await runSweep(sweep, logger)).toEqual({ settled: 0, failed: 2 });
    expect(told).toEqual(['broken-a', 'broken-c', 'broken-a', 'broken-c']);
  });

  it('blame no row for a database that is away', async () => {
    const away: Sweep = {
      name: 'away',
      due: () => Promise.resolve([{ at: Temporal.Instant.fromEpochMilliseconds(0), id: 'row' }]),
      settle: () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' })),
    };
    await expect(runSweep(away, { error: () => undefined })).rejects.toThrow('away');
  });

  it('may write down when their schedule was looked at, without which it never is', async () => {
    const looked = `UPDATE ${jobSchemaOf(SCHEMA)}.version SET cron_on = now(), bam_on = now() RETURNING version`;
    expect(await database.query(looked)).toHaveLength(1);
  });

  it('need no right to change a table (least privilege)', async () => {
    const jobs = jobSchemaOf(SCHEMA);
    await expect(database.query(`CREATE TABLE ${jobs}.mine (id int)`)).rejects.toThrow(/permission denied/);
    await expect(database.query(`ALTER TABLE ${jobs}.job ADD COLUMN mine int`)).rejects.toThrow(/must be owner/);
    await expect(database.query(`UPDATE ${jobs}.version SET version = 1`)).rejects.toThrow(/permission denied/);
  });
});
