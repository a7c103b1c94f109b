import { jest } from '@jest/globals';
import { createTestDatabase, eventually, TEST_PASSWORD, type TestDatabase } from '@motcua/testing';
import pg from 'pg';
import { roleOf } from '../database/bootstrap.js';
import { notebook } from '../testing/notebook.fixture.js';
import { prepareSchemas } from './compose-system.js';
import { runService } from './run-service.js';
import type { ServiceDefinition } from './service-definition.js';

/** What a service says when it is started here, and that it has exited before it listened. */
describe('a service that may not work on its database', () => {
  const name = 'refused';
  const role = roleOf(name);
  let database: TestDatabase;
  let admin: pg.Client;
  const definition = notebook(name);

  const environment = (): Record<string, string> => ({
    MOTCUA_DATABASE_URL: database.urlFor(role, TEST_PASSWORD),
    MOTCUA_TRANSPORT: 'postgres',
    MOTCUA_TRANSPORT_URL: database.urlFor(role, TEST_PASSWORD),
    MOTCUA_OIDC_ISSUER: 'http://issuer.example',
    MOTCUA_OIDC_JWKS: 'http://issuer.example/jwks',
    MOTCUA_HISTORY_KEY: 'history-key-of-the-test-run-0000000000',
    MOTCUA_IDENTITY_KEY: 'identity-key-of-the-test-run-000000000',
    LOG_LEVEL: 'silent',
    PORT: '0',
  });

  const refusal = async (
    settings: Record<string, string | undefined> = {},
    service: ServiceDefinition = definition,
  ): Promise<string[]> => {
    const said: string[] = [];
    const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    const listening = process.listenerCount('SIGTERM');
    try {
      await runService(service, { ...environment(), ...settings });
    } finally {
      write.mockRestore();
    }
    expect(process.exitCode).toBe(1);
    process.exitCode = undefined;
    // It takes signals only once it listens, and left nothing behind that would keep the process alive.
    expect(process.listenerCount('SIGTERM')).toBe(listening);
    const left = `SELECT FROM pg_stat_activity WHERE application_name = 'motcua-${name}'`;
    await eventually(async () => (await admin.query(left)).rowCount === 0);
    const [head, ...faults] = said.join('').trim().split('\n');
    expect(head).toMatch(/^The configuration has \d+ faults?:$/);
    return faults.map((fault) => fault.replace(/^ {2}- /, ''));
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    await prepareSchemas({ definitions: [definition], adminUrl: database.adminUrl, passwordOf: () => TEST_PASSWORD });
  });
  afterAll(async () => {
    await admin.end();
    await database.drop();
  });

  it('names all wrong and missing settings at once', async () => {
    const faults = await refusal({
      MOTCUA_DATABASE_URL: 'mysql://x',
      MOTCUA_HISTORY_KEY: 'short',
      MOTCUA_OIDC_JWKS: undefined,
      MOTCUA_TRANSPORT: 'kafka',
      PORT: 'many',
    });
    expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual([
      'MOTCUA_DATABASE_URL',
      'MOTCUA_HISTORY_KEY',
      'MOTCUA_KAFKA_BROKERS',
      'MOTCUA_OIDC_JWKS',
      'PORT',
    ]);
  });

  it('says when the database cannot be used', async () => {
    expect(await refusal({ MOTCUA_DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' })).toEqual([
      expect.stringMatching(/^MOTCUA_DATABASE_URL cannot be used: .*ECONNREFUSED/),
    ]);
  });

  it('refuses a schema that was not made, one that is older, and one that is newer, which an operator may allow', async () => {
    const later = class Later1700000900000 {
      readonly name = 'Later1700000900000';
      up = () => Promise.resolve();
      down = () => Promise.resolve();
    };
    expect(await refusal({}, { ...definition, migrations: [...definition.migrations, later] })).toEqual([
      `the schema ${name} is older than this release, it lacks Later1700000900000: run "migrate" of this release`,
    ]);
    const newer = { ...definition, migrations: [] };
    expect(await refusal({}, newer)).toEqual([
      expect.stringMatching(/^the schema refused is newer than this release, which does not know Notes1700000000100: /),
    ]);
    // Allowed, what is refused here is something else.
    await admin.query(`GRANT CREATE ON SCHEMA ${name} TO ${role}`);
    expect(await refusal({ MOTCUA_SCHEMA_MAY_BE_NEWER: 'true' }, newer)).toEqual([
      expect.stringContaining('may make tables'),
    ]);
    await admin.query(`REVOKE CREATE ON SCHEMA ${name} FROM ${role}`);
    expect(await refusal({}, notebook('never_made'))).toContain(
      'the schema never_made has not been made: run "migrate"',
    );
  });

  it.each([
    [
      'reads another schema',
      `CREATE SCHEMA other; GRANT USAGE ON SCHEMA other TO ${role}`,
      'DROP SCHEMA other CASCADE',
      [/may look into the schema other: REVOKE ALL ON SCHEMA other FROM motcua_refused/],
    ],
    [
      'rewrites the history',
      `GRANT UPDATE ON ${name}.history TO ${role}`,
      `REVOKE UPDATE ON ${name}.history FROM ${role}`,
      [/may rewrite the history: REVOKE UPDATE ON refused.history FROM motcua_refused/],
    ],
    [
      'makes tables',
      `GRANT CREATE ON SCHEMA ${name} TO ${role}`,
      `REVOKE CREATE ON SCHEMA ${name} FROM ${role}`,
      [/may make tables in refused/],
    ],
    [
      'makes roles and databases',
      `ALTER ROLE ${role} CREATEROLE CREATEDB`,
      `ALTER ROLE ${role} NOCREATEROLE NOCREATEDB`,
      [/has CREATEROLE: ALTER ROLE motcua_refused NOCREATEROLE/, /has CREATEDB/],
    ],
    [
      'owns the schema as well',
      `GRANT motcua_refused_owner TO ${role}`,
      `REVOKE motcua_refused_owner FROM ${role}`,
      [
        /has the rights of motcua_refused_owner: REVOKE motcua_refused_owner FROM motcua_refused, or connect as motcua_refused/,
      ],
    ],
    [
      'is a superuser',
      `ALTER ROLE ${role} SUPERUSER`,
      `ALTER ROLE ${role} NOSUPERUSER`,
      [/^the role motcua_refused of MOTCUA_DATABASE_URL is a superuser: connect as motcua_refused/],
    ],
  ])('refuses a role that %s', async (_, give, take, reasons) => {
    await admin.query(give);
    try {
      expect(await refusal()).toEqual(reasons.map((reason) => expect.stringMatching(reason)));
    } finally {
      await admin.query(take);
    }
  });
});
