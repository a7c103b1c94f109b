import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * The password of every service role in specs. Roles belong to the whole server, which suites that run at once share, so a
 * suite with a password of its own would lock the others out.
 */
export const TEST_PASSWORD = 'password-of-the-test-run';

export interface TestDatabase {
  readonly name: string;
  /** Administrator's connection to a new database. */
  readonly adminUrl: string;
  /** The same database through another role. */
  urlFor(role: string, password: string): string;
  /** Runs SQL on the server, outside of this database. */
  onServer(sql: string): Promise<void>;
  /** Ends every connection and drops the database. */
  drop(): Promise<void>;
}

/** A new database on the test run's PostgreSQL, empty or a copy of another, so that suites never see each other's rows. */
export async function createTestDatabase({ template }: { readonly template?: string } = {}): Promise<TestDatabase> {
  const server = process.env['MOTCUA_TEST_DATABASE_URL'];
  if (!server)
    throw new Error(
      'MOTCUA_TEST_DATABASE_URL is not set: name the spec *.pg.spec.ts or *.e2e.spec.ts, so that Jest starts PostgreSQL',
    );
  const name = `test_${randomBytes(8).toString('hex')}`;
  const onServer = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  // File by file: through the write-ahead log, as is the default, takes two to three times as long.
  const copied = template === undefined ? '' : ` TEMPLATE ${template} STRATEGY FILE_COPY`;
  await onServer(`CREATE DATABASE ${name}${copied}`);
  const admin = new URL(server);
  admin.pathname = `/${name}`;
  return {
    name,
    onServer,
    adminUrl: admin.href,
    urlFor: (role, password) => {
      const url = new URL(admin);
      url.username = role;
      url.password = password;
      return url.href;
    },
    drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}
