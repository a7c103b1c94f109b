import { createHash } from 'node:crypto';
import {
  bootstrapSchema,
  createTransportTables,
  ownerOf,
  prepareSchemas,
  roleOf,
  type ServiceDefinition,
  TRANSPORT_SCHEMA,
} from '@motcua/platform';
import pg from 'pg';
import { createTestDatabase, type TestDatabase, TEST_PASSWORD } from './create-test-database.js';

const server = (): string | undefined => process.env['MOTCUA_TEST_DATABASE_URL'];

/** Begins the names of the templates of one test run: what a migration says may differ in the next one. */
const prefix = (): string => `motcua_template_${process.env['MOTCUA_TEST_RUN'] ?? String(process.pid)}_`;

function templateOf(definitions: readonly ServiceDefinition[]): string {
  const content = definitions.map(({ name, migrations, sweeps }) => [
    name,
    sweeps !== undefined,
    migrations.map((migration) => [migration.name, String(migration)]),
  ]);
  return prefix() + createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}

async function prepare(adminUrl: string, definitions: readonly ServiceDefinition[]): Promise<void> {
  const passwordOf = (): string => TEST_PASSWORD;
  await bootstrapSchema(adminUrl, {
    schema: TRANSPORT_SCHEMA,
    role: roleOf(TRANSPORT_SCHEMA),
    password: TEST_PASSWORD,
  });
  await createTransportTables(adminUrl, ownerOf(TRANSPORT_SCHEMA));
  await prepareSchemas({ definitions, adminUrl, passwordOf });
}

/**
 * A new database with the schemas of these services, all migrations run. A run prepares each set of services once and copies
 * it from then on: migrations take most of a second, a copy a tenth of it.
 */
export async function createPreparedDatabase(definitions: readonly ServiceDefinition[]): Promise<TestDatabase> {
  const template = templateOf(definitions);
  const client = new pg.Client({ connectionString: server() });
  await client.connect();
  try {
    // Roles belong to the whole server, which suites that run at once share: one at a time makes them, and the template.
    await client.query(`SELECT pg_advisory_lock(hashtext('motcua.test.roles'))`);
    const { rows } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rows.length === 0) {
      const unfinished = await createTestDatabase();
      await prepare(unfinished.adminUrl, definitions);
      await client.query(`ALTER DATABASE ${unfinished.name} RENAME TO ${template}`);
    }
  } finally {
    await client.end();
  }
  const copy = await createTestDatabase({ template });
  // What is granted on a database is not copied with it.
  const roles = [TRANSPORT_SCHEMA, ...definitions.map(({ name }) => name)].flatMap((s) => [roleOf(s), ownerOf(s)]);
  await copy.onServer(
    `REVOKE ALL ON DATABASE ${copy.name} FROM PUBLIC; GRANT CONNECT ON DATABASE ${copy.name} TO ${roles.join(', ')}`,
  );
  return copy;
}
