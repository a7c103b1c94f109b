import { createTestDatabase, TEST_PASSWORD, type TestDatabase } from '@motcua/testing';
import { systemClock } from '@motcua/kernel';
import type { LaneOptions } from '../commands/command-lanes.js';
import { Commands, fingerprintOf } from '../commands/commands.js';
import type { Answer } from '../database/answer.js';
import { bootstrapSchema, roleOf } from '../database/bootstrap.js';
import type { CommandKind } from '../database/command-kind.js';
import { Database } from '../database/database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { migrate } from '../jobs/migrate.js';
import { childTraceparent, runInContext } from '../observability/request-context.js';
import { notebook } from './notebook.fixture.js';
import { tickets } from './tickets.fixture.js';

/** One process that does commands. */
export interface CommandProcess {
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  readonly commands: Commands;
}

/** What the specs of commands share: notes and tickets on a database of their own, and processes that work on it. */
export class CommandBench {
  private readonly processes: CommandProcess[] = [];

  private constructor(
    private readonly test: TestDatabase,
    /** As the service's role, beside the processes. */
    readonly beside: Database,
  ) {}

  static async start(): Promise<CommandBench> {
    const test = await createTestDatabase();
    const { name, migrations } = notebook();
    await bootstrapSchema(test.adminUrl, { schema: name, role: roleOf(name), password: TEST_PASSWORD });
    await migrate(test.adminUrl, name, [...migrations, tickets]);
    const beside = new Database({ url: test.urlFor(roleOf(name), TEST_PASSWORD), schema: name, poolSize: 4 });
    await beside.connect();
    return new CommandBench(test, beside);
  }

  /** @param port of a proxy before PostgreSQL */
  async process(options: Partial<LaneOptions> = {}, port?: number): Promise<CommandProcess> {
    const url = new URL(this.test.urlFor(roleOf('notebook'), TEST_PASSWORD));
    if (port !== undefined) [url.hostname, url.port] = ['127.0.0.1', String(port)];
    const database = new Database({ url: url.href, schema: 'notebook', poolSize: 8 });
    await database.connect();
    const unitOfWork = new UnitOfWork(database, { source: 'notebook', historyKey: 'key of the specs' });
    const commands = new Commands(unitOfWork, systemClock, options);
    const process = { database, unitOfWork, commands };
    this.processes.push(process);
    return process;
  }

  get port(): number {
    return Number(new URL(this.test.adminUrl).port);
  }

  async stop(): Promise<void> {
    for (const { commands, database } of this.processes) {
      await commands.stop();
      await database.close();
    }
    await this.beside.close();
    await this.test.drop();
  }

  async count(table: string): Promise<number> {
    const [row] = await this.beside.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`);
    return row!.n;
  }

  /** Runs SQL as the owner of the schema, to break what is stored. */
  async admin(text: string): Promise<void> {
    const { name } = notebook();
    const owner = new Database({ url: this.test.adminUrl, schema: name, poolSize: 1 });
    try {
      await owner.query(text);
    } finally {
      await owner.close();
    }
  }

  /** Rows of state, outbox, history and kept answers. */
  counts(state: string): Promise<number[]> {
    return Promise.all([state, 'outbox', 'history', 'idempotency'].map((table) => this.count(table)));
  }
}

/** Runs a command under an idempotency key, as the request of a client would. */
export const keyed = <Command, Facts, Change, Body>(
  { commands }: CommandProcess,
  key: string,
  kind: CommandKind<Command, Facts, Change, Body>,
  command: Command,
  fingerprint = fingerprintOf(command),
): Promise<Answer<Body>> =>
  runInContext(
    { traceparent: childTraceparent(), language: 'vi', idempotency: { client: 'spec', key, fingerprint } },
    () => commands.run(kind, command),
  );
