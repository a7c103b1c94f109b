import { bootstrapSchema, migrate, ownerOf, roleOf } from '@motcua/platform';
import pg from 'pg';
import { TEST_PASSWORD, type TestDatabase } from '../postgres/create-test-database.js';
import { NoteTables1700000000001 } from './note-tables.migration.js';
import { SeverableDatabase } from './severable-database.js';

/** The schema of one service of the suite. It outlives the service's processes. */
export class ServiceHome {
  private constructor(
    private readonly server: TestDatabase,
    readonly name: string,
    private readonly admin: pg.Pool,
  ) {}

  static async prepare(server: TestDatabase, name: string): Promise<ServiceHome> {
    await bootstrapSchema(server.adminUrl, { schema: name, role: roleOf(name), password: TEST_PASSWORD });
    await migrate(server.adminUrl, name, [NoteTables1700000000001]);
    const admin = new pg.Pool({
      connectionString: server.adminUrl,
      max: 2,
      options: `-c role=${ownerOf(name)} -c search_path=${name}`,
    });
    admin.on('error', () => undefined);
    return new ServiceHome(server, name, admin);
  }

  /** A pool of its own, as each process has. */
  async open(): Promise<SeverableDatabase> {
    const url = this.server.urlFor(roleOf(this.name), TEST_PASSWORD);
    const database = new SeverableDatabase({ url, schema: this.name, poolSize: 12 }, () => this.endConnections());
    await database.connect();
    return database;
  }

  async sql<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.admin.query<Row>(text, values)).rows;
  }

  /** Forgets everything that a test left. */
  async reset(): Promise<void> {
    await this.sql(
      'TRUNCATE effect, event_stream, outbox, outbox_archive, outbox_refused, relay_lease, inbox_position, inbox_parked, inbox_attempt, history, history_witness',
    );
  }

  async close(): Promise<void> {
    await this.admin.end();
  }

  private async endConnections(): Promise<void> {
    const client = new pg.Client({ connectionString: this.server.adminUrl });
    await client.connect();
    await client.query('SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = $1', [
      roleOf(this.name),
    ]);
    await client.end();
  }
}
