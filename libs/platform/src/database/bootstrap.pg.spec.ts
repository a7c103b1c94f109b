import { createTestDatabase, TEST_PASSWORD, type TestDatabase } from '@motcua/testing';
import pg from 'pg';
import { jobSchemaOf, jobSchemaSql } from '../jobs/job-schema.js';
import { bootstrapSchema, bootstrapSql, ownerOf, roleOf } from './bootstrap.js';
import { migrate } from '../jobs/migrate.js';

const SCHEMA = 'bootstrapped';
const ROLE = roleOf(SCHEMA);
const MIGRATOR = 'motcua_bootstrapped_migrator';

describe('an administrator who makes roles by hand', () => {
  let database: TestDatabase;
  const as = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const refused = (url: string, sql: string): Promise<string> =>
    as(url, (client) =>
      client.query(sql).then(
        () => 'allowed',
        (error: unknown) => (error as { code: string }).code,
      ),
    );

  beforeAll(async () => {
    database = await createTestDatabase();
    await as(database.adminUrl, async (client) => {
      // Twice: run again, it changes nothing.
      const script = `BEGIN;${bootstrapSql({ schema: SCHEMA, role: ROLE })}${jobSchemaSql(SCHEMA)} COMMIT`;
      await client.query(script);
      await client.query(script);
      await client.query(`ALTER ROLE ${ROLE} PASSWORD '${TEST_PASSWORD}'`);
      await client.query(`DROP ROLE IF EXISTS ${MIGRATOR}`);
      await client.query(
        `CREATE ROLE ${MIGRATOR} LOGIN PASSWORD '${TEST_PASSWORD}'; GRANT ${ownerOf(SCHEMA)} TO ${MIGRATOR}`,
      );
      await client.query(`GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(client.database ?? '')} TO ${MIGRATOR}`);
    });
  });
  afterAll(async () => {
    await as(database.adminUrl, (client) => client.query(`DROP OWNED BY ${MIGRATOR}; DROP ROLE ${MIGRATOR}`));
    await database.drop();
  });

  const migrator = (): string => database.urlFor(MIGRATOR, TEST_PASSWORD);
  const service = (): string => database.urlFor(ROLE, TEST_PASSWORD);

  it('lets a role that has only the owner make the tables, and again find them up to date', async () => {
    expect(await migrate(migrator(), SCHEMA, [], { jobs: true })).toContain('PlatformTables1700000000000');
    expect(await migrate(migrator(), SCHEMA, [], { jobs: true })).toEqual([]);
  });

  it('gives that role nothing else: no role, no schema', async () => {
    expect(await refused(migrator(), 'CREATE ROLE somebody')).toBe('42501');
    expect(await refused(migrator(), 'CREATE SCHEMA somewhere')).toBe('42501');
    await expect(bootstrapSchema(migrator(), { schema: SCHEMA, role: ROLE, password: 'x' })).rejects.toThrow();
  });

  it("gives the service's role rows to work with, and no table to change, also where its jobs are", async () => {
    expect(await refused(service(), `SELECT FROM ${SCHEMA}.outbox`)).toBe('allowed');
    expect(await refused(service(), `CREATE TABLE ${SCHEMA}.mine ()`)).toBe('42501');
    expect(await refused(service(), `ALTER TABLE ${SCHEMA}.history ADD mine int`)).toBe('42501');
    expect(await refused(service(), `DELETE FROM ${SCHEMA}.history`)).toBe('42501');
    expect(await refused(service(), `SELECT FROM ${jobSchemaOf(SCHEMA)}.job`)).toBe('allowed');
    expect(await refused(service(), `CREATE TABLE ${jobSchemaOf(SCHEMA)}.mine ()`)).toBe('42501');
    expect(await refused(service(), 'CREATE TABLE public.mine ()')).toBe('42501');
    expect(await refused(service(), 'CREATE SCHEMA mine')).toBe('42501');
  });
});
