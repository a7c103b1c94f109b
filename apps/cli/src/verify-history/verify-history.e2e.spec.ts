import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHmac } from 'node:crypto';
import { type ApiClient, eventually, startTestSystem, type TestSystem } from '@motcua/testing';
import { SERVICES } from '@motcua/local-system';
import { type Outcome, sayOutcome } from './say-outcome.js';
import { runVerifyHistory } from './verify-history.js';

const HISTORY_KEY = 'history-key-of-the-test-run-0000000000';

/** All but the catalogue, whose history is tampered with, hear of its agencies. */
const RECEIVERS = SERVICES.map(({ name }) => name).filter((name) => name !== 'catalogue');

/** What a superuser does to the history of an agency that was named three times, and what is found. */
const TAMPERINGS: [title: string, sql: string[], found: string[]][] = [
  [
    'a row that was changed',
    [`UPDATE catalogue.history SET actor = 'somebody' WHERE aggregate = $1 AND n = 2`],
    ['lineChanged 2'],
  ],
  [
    'a detail that was changed',
    [`UPDATE catalogue.history SET detail = detail || '{"name": "x"}' WHERE aggregate = $1 AND n = 3`],
    ['lineChanged 3'],
  ],
  ['a row that was removed', [`DELETE FROM catalogue.history WHERE aggregate = $1 AND n = 2`], ['lineMissing 2']],
  ['a tail that was cut', [`DELETE FROM catalogue.history WHERE aggregate = $1 AND n > 1`], ['tailMissing 2']],
  ['a history that was removed', [`DELETE FROM catalogue.history WHERE aggregate = $1`], ['historyMissing 1']],
  [
    'a row that was inserted',
    [
      `UPDATE catalogue.history SET n = 4 WHERE aggregate = $1 AND n = 3`,
      `INSERT INTO catalogue.history SELECT aggregate, 3, at, 'somebody', action, detail, previous, hash FROM catalogue.history WHERE aggregate = $1 AND n = 2`,
    ],
    ['lineChanged 3', 'lineChanged 4'],
  ],
  [
    'a cut tail where what the others have heard was changed to agree',
    [
      `DELETE FROM catalogue.history WHERE aggregate = $1 AND n = 3`,
      ...RECEIVERS.map(
        (service) =>
          `UPDATE ${service}.history_witness w SET n = 2, hash = h.hash FROM catalogue.history h WHERE w.aggregate = $1 AND h.aggregate = $1 AND h.n = 2`,
      ),
    ],
    ['witnessForged 2'],
  ],
];

describe('npm run verify-history', () => {
  let system: TestSystem;
  let admin: ApiClient;
  let folder: string;
  let environment: Record<string, string>;
  let number = 50;
  beforeAll(async () => {
    system = await startTestSystem(SERVICES, {
      environment: {
        MOTCUA_SEED: 'false',
        MOTCUA_PAYMENT_PLATFORM_URL: 'http://127.0.0.1:9',
        MOTCUA_PAYMENT_PARTNER: 'MOTCUA',
        MOTCUA_PAYMENT_SECRET: 'a secret of the specs',
        MOTCUA_PORTAL_URL: 'http://127.0.0.1:9',
        MOTCUA_PORTAL_DESTINATION: 'VN:GOV:SPEC',
        MOTCUA_PORTAL_USERNAME: 'province',
        MOTCUA_PORTAL_PASSWORD: 'a password of the specs',
        MOTCUA_PORTAL_UNIT: 'H48',
      },
    });
    admin = await system.as({ sub: 'admin', roles: ['admin'] });
    folder = await mkdtemp(join(tmpdir(), 'motcua-verify-'));
    const [{ name } = { name: '' }] = await system.sql<{ name: string }>('SELECT current_database() AS name');
    const url = new URL(process.env['MOTCUA_TEST_DATABASE_URL'] ?? '');
    url.pathname = `/${name}`;
    environment = { MOTCUA_ADMIN_DATABASE_URL: url.href, MOTCUA_HISTORY_KEY: HISTORY_KEY };
  }, 60_000);
  afterAll(async () => {
    await system.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const put = (path: string, body: object, ifMatch?: string) =>
    admin.put(path, body, ifMatch === undefined ? {} : { ifMatch });

  /** An agency with three lines, of which four other services have heard; the name of its history. */
  async function agency(): Promise<string> {
    const code = `H48.${number++}`;
    let etag: string | undefined;
    for (const name of ['Sở Một', 'Sở Hai', 'Sở Ba']) {
      const answer = await put(`/catalogue/v1/agencies/${code}`, { name, level: 'province', parent: null }, etag);
      expect([200, 201]).toContain(answer.status);
      ({ etag } = answer);
    }
    const aggregate = `agency/${code}`;
    await eventually(async () => {
      const heard = RECEIVERS.map((service) => `SELECT FROM ${service}.history_witness WHERE aggregate = $1 AND n = 3`);
      const rows = await system.sql(heard.join(' UNION ALL '), [aggregate]);
      return rows.length === RECEIVERS.length;
    });
    return aggregate;
  }

  const verify = (file?: string): Promise<Outcome> =>
    runVerifyHistory(
      { ...(file !== undefined && { file }) },
      file === undefined ? environment : { MOTCUA_HISTORY_KEY: HISTORY_KEY },
    );
  const foundIn = ({ faults }: Outcome, aggregate: string): string[] => [
    ...new Set(faults.filter((fault) => fault.aggregate === aggregate).map(({ kind, line }) => `${kind} ${line}`)),
  ];

  it('finds nothing in a system that nobody has touched, while it runs, and counts what it read', async () => {
    await agency();
    const outcome = await verify();
    expect(outcome).toMatchObject({ faultCount: 0, faults: [] });
    const catalogue = outcome.services.find(({ service }) => service === 'catalogue');
    expect(catalogue).toMatchObject({ lines: 3, histories: 1, witnessed: 1 });
    expect(sayOutcome(outcome)).toContain('catalogue      3 lines in 1 history, 1 of them known to other services');
    expect(sayOutcome(outcome)).toContain('Every history holds.');
  });

  it.each(TAMPERINGS)('finds %s by a superuser', async (_, statements, found) => {
    const [touched, untouched] = [await agency(), await agency()];
    for (const sql of statements) await system.sql(sql, [touched]);
    const outcome = await verify();
    expect(foundIn(outcome, touched)).toEqual(found);
    expect(foundIn(outcome, untouched)).toEqual([]);
    expect(sayOutcome(outcome)).toContain(`catalogue ${touched}: line `);
  });

  it('finds a chain that was computed anew, by somebody without the key and by somebody with it', async () => {
    for (const [key, expected] of [
      ['guessed', ['lineChanged 1', 'lineChanged 2', 'lineChanged 3']],
      [HISTORY_KEY, ['chainRewritten 3']],
    ] as const) {
      const aggregate = await agency();
      let previous = Buffer.alloc(32);
      const rows = await system.sql<{ n: number; at: Date; action: string; detail: Record<string, unknown> }>(
        'SELECT n, at, action, detail FROM catalogue.history WHERE aggregate = $1 ORDER BY n',
        [aggregate],
      );
      for (const { n, at, action, detail } of rows) {
        const sorted = JSON.stringify(detail, Object.keys(detail).sort());
        const text = `["${aggregate}",${n},${at.getTime()},"forger","${action}",${sorted}]`;
        const hash = createHmac('sha256', key).update(previous).update(text).digest();
        await system.sql(
          `UPDATE catalogue.history SET actor = 'forger', previous = $3, hash = $4 WHERE aggregate = $1 AND n = $2`,
          [aggregate, n, previous, hash],
        );
        previous = hash;
      }
      expect(foundIn(await verify(), aggregate)).toEqual(expected);
    }
  });

  it('verifies a file without a database: what it exported, and nothing that was changed or cut since', async () => {
    const aggregate = await agency();
    const file = join(folder, 'histories.ndjson');
    const online = await runVerifyHistory({ exportTo: file }, environment);
    const offline = await verify(file);
    expect(offline).toEqual(online);
    expect(foundIn(offline, aggregate)).toEqual([]);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"name":"Sở Ba"', '"name":"Sở Bốn"').replaceAll('Sở Ba', 'Sở Bốn'));
    expect((await verify(file)).faultCount).toBeGreaterThan(online.faultCount);
    await writeFile(file, text.split('\n').slice(0, -2).join('\n'));
    await expect(verify(file)).rejects.toThrow('is not whole');
    await appendFile(file, '\n{"service"');
    await expect(verify(file)).rejects.toThrow('is no line of a history');
  });

  it('lets no service change or remove what it wrote or heard', async () => {
    const denied = 'permission denied for table';
    await expect(system.query('catalogue', `UPDATE catalogue.history SET actor = 'x'`)).rejects.toThrow(denied);
    await expect(system.query('catalogue', 'DELETE FROM catalogue.history')).rejects.toThrow(denied);
    await expect(system.query('intake', 'DELETE FROM intake.history_witness')).rejects.toThrow(denied);
  });

  it('names every setting that is missing or wrong', async () => {
    await expect(runVerifyHistory({}, { MOTCUA_HISTORY_KEY_INTAKE: HISTORY_KEY })).rejects.toThrow(
      /MOTCUA_DATABASE_URL_CATALOGUE must be given[^]*MOTCUA_HISTORY_KEY_WORKFLOW must be given/,
    );
    await expect(runVerifyHistory({}, { MOTCUA_DATA_DIR: join(folder, 'nowhere') })).rejects.toThrow(
      'There is no data folder',
    );
  });
});
