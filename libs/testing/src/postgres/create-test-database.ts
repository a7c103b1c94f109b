import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * The password of every service role in specs. Roles belong to the whole server, which suites that run at once share, so a
 * suite with a password of its own would lock the others out.
 */
export const TEST_PASSWORD = 'password-of-the-test-run';

export interface TestDatabase {
  /** Administrator's connection to a new, empty database. */
  readonly adminUrl: string;
  /** The same database through another role. */
  urlFor(role: string, password: string): string;
  /** Ends every connection and drops the database. */
  drop(): Promise<void>;
}

/** A new database on the test run's PostgreSQL, so that suites never see each other's rows. */
export async function createTestDatabase(): Promise<TestDatabase> {
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
  await onServer(`CREATE DATABASE ${name}`);
  const admin = new URL(server);
  admin.pathname = `/${name}`;
  return {
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
