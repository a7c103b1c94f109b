import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  ApiClient,
  buildAll,
  createTestDatabase,
  eventually,
  freePort,
  PROGRAM_ENVIRONMENT,
  TEST_PASSWORD,
  type TestDatabase,
  TestIssuer,
} from '@motcua/testing';
import { SERVICES } from '../services.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const names = SERVICES.map(({ name, app }) => ({ name, app }));

/** The distributed shape without Kafka: each service is a process of its own, and the event log is all they share. */
describe('each service as a process of its own', () => {
  let database: TestDatabase;
  let issuer: TestIssuer;
  let folder: string;
  const running = new Map<string, { child: ChildProcess; url: string; said: () => string }>();

  const environment = (name: string, more: Record<string, string> = {}): Record<string, string> => ({
    ...PROGRAM_ENVIRONMENT,
    MOTCUA_PROFILE: 'development',
    MOTCUA_DATABASE_URL: database.urlFor(`motcua_${name}`, TEST_PASSWORD),
    MOTCUA_TRANSPORT: 'postgres',
    MOTCUA_TRANSPORT_URL: database.urlFor('motcua_transport', TEST_PASSWORD),
    MOTCUA_OIDC_ISSUER: issuer.url,
    MOTCUA_OIDC_JWKS: `${issuer.url}/jwks`,
    MOTCUA_HISTORY_KEY: 'history-key-of-the-test-run-0000000000',
    MOTCUA_IDENTITY_KEY: 'identity-key-of-the-test-run-000000000',
    MOTCUA_SEALING_KEY: 'sealing-key-of-the-test-run-0000000000',
    MOTCUA_FILES: join(folder, 'files'),
    MOTCUA_MAIL_FOLDER: join(folder, 'mail'),
    MOTCUA_SIGNER_FOLDER: join(folder, 'signer'),
    MOTCUA_PAYMENT_PLATFORM_URL: 'http://127.0.0.1:9',
    MOTCUA_PAYMENT_PARTNER: 'MOTCUA',
    MOTCUA_PAYMENT_SECRET: 'secret-of-the-test-run',
    MOTCUA_PORTAL_URL: 'http://127.0.0.1:9',
    MOTCUA_PORTAL_DESTINATION: 'VN:GOV:SPEC',
    MOTCUA_PORTAL_USERNAME: 'province',
    MOTCUA_PORTAL_PASSWORD: 'password-of-the-test-run',
    MOTCUA_PORTAL_UNIT: 'H48',
    MOTCUA_HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    ...more,
  });
  const launch = (app: string, env: Record<string, string>, ...args: string[]) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', `apps/${app}/dist/main.js`, ...args],
      { cwd: ROOT, env },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return { child, said: () => output };
  };
  const exitOf = async (child: ChildProcess): Promise<number | null> =>
    child.exitCode ?? ((await once(child, 'exit')) as [number | null])[0];

  beforeAll(async () => {
    await buildAll();
    [database, issuer, folder] = await Promise.all([
      createTestDatabase(),
      TestIssuer.start(),
      mkdtemp(join(tmpdir(), 'motcua-alone-')),
    ]);
  }, 120_000);
  afterAll(async () => {
    for (const { child } of running.values()) child.kill('SIGKILL');
    await database.drop();
    await issuer.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(names)('$app names every missing setting at once, and does not listen', async ({ app }) => {
    const { child, said } = launch(app, PROGRAM_ENVIRONMENT);
    expect(await exitOf(child)).toBe(1);
    for (const variable of [
      'MOTCUA_DATABASE_URL',
      'MOTCUA_OIDC_ISSUER',
      'MOTCUA_HISTORY_KEY',
      'MOTCUA_TRANSPORT',
      'MOTCUA_TRANSPORT_URL',
    ]) {
      expect(said()).toContain(`  - ${variable} `);
    }
    expect(said()).not.toContain('    at ');
  });

  it.each(names)('$app makes its schema and roles', async ({ name, app }) => {
    const { child, said } = launch(app, environment(name, { MOTCUA_ADMIN_DATABASE_URL: database.adminUrl }), 'migrate');
    expect({ code: await exitOf(child), said: said() }).toEqual({
      code: 0,
      said: expect.stringContaining(`Migrated ${name}: PlatformTables`),
    });
  });

  it('finds a schema up to date when it is migrated again', async () => {
    const env = environment('intake', { MOTCUA_ADMIN_DATABASE_URL: database.adminUrl });
    const { child, said } = launch('dossier-intake', env, 'migrate');
    expect({ code: await exitOf(child), said: said() }).toEqual({ code: 0, said: 'intake is up to date\n' });
  });

  it.each(names)('$app starts alone and is ready', async ({ name, app }) => {
    const port = await freePort();
    const { child, said } = launch(
      app,
      environment(name, { PORT: String(port), MOTCUA_SEED: 'true', MOTCUA_PROVINCE: 'H48' }),
    );
    const url = `http://127.0.0.1:${port}`;
    running.set(name, { child, url, said });
    const answer = await eventually(async () => {
      if (child.exitCode !== null) throw new Error(`${app} ended: ${said()}`);
      return fetch(`${url}/${name}/health/ready`).then(
        (response) => response.ok && response.json(),
        () => undefined,
      );
    }, 30);
    expect(answer).toMatchObject({ checks: { database: 'ok', transport: 'ok' } });
  });

  it('hears what another process has published: a calendar of the catalogue gives a deadline in the workflow', async () => {
    const token = await issuer.token({ sub: 'spec', roles: ['agency-system'], agency: 'H48' });
    const workflow = new ApiClient(running.get('workflow')?.url ?? '', { token });
    const body = {
      calendar: 'VN',
      acceptedAt: '2026-08-21T16:20:00+07:00',
      term: { amount: 3, unit: 'workingDay' },
      reductionBasisPoints: 2000,
    };
    const answer = await workflow.post('/workflow/v1/deadline-calculations', body, { headers: { prefer: 'wait=10' } });
    expect(answer).toMatchObject({
      status: 200,
      body: { statutoryDueAt: '2026-08-25T16:20:00+07:00', promisedDueAt: '2026-08-25T09:32:00+07:00' },
    });
  });

  it('stops cleanly when it is told to', async () => {
    for (const { child } of running.values()) child.kill('SIGTERM');
    const codes = await Promise.all([...running.values()].map(({ child }) => exitOf(child)));
    expect(codes).toEqual(names.map(() => 0));
  });
});
