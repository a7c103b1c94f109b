import { PgBoss } from 'pg-boss';
import type { Database } from '../database/database.js';
import type { EventLogger } from '../events/wire/event-logger.js';
import { jobSchemaOf } from './job-schema.js';
import { runSweep } from './run-sweep.js';
import type { Sweep } from './sweep.js';
import type { SweepCounters } from './sweep-counters.js';

const EVERY_MINUTE = '* * * * *';

/** One job waits and one runs at most, in all processes of the service; one whose process died is given up soon. */
const QUEUE = {
  policy: 'stately',
  expireInSeconds: 3600,
  heartbeatSeconds: 30,
  retryLimit: 0,
  deleteAfterSeconds: 3600,
};

/**
 * Wakes the sweeps of a service: when it starts, every minute, and when called. pg-boss keeps the jobs in PostgreSQL, so
 * that of several processes one sweeps at a time, and none depends on a timer of one process.
 */
export class Jobs {
  private readonly boss: PgBoss;

  constructor(
    service: string,
    database: Database,
    private readonly sweeps: readonly Sweep[],
    private readonly counters: SweepCounters,
    private readonly logger: EventLogger,
  ) {
    this.boss = new PgBoss({
      // Our pool: its role cannot change a table, and the schema is made by `migrate`.
      db: { executeSql: (text, values) => database.pool.query(text, values as unknown[]) },
      schema: jobSchemaOf(service),
      migrate: false,
      createSchema: false,
      superviseIntervalSeconds: 30,
      monitorIntervalSeconds: 30,
      reindex: false,
      monitorVacuum: false,
      registerInstance: false,
    });
    this.boss.on('error', (error) => this.logger.warn({ err: error }, 'the jobs could not be looked at'));
  }

  async start(): Promise<void> {
    if (this.sweeps.length === 0) return;
    await this.boss.start();
    for (const sweep of this.sweeps) {
      await this.boss.createQueue(sweep.name, QUEUE);
      await this.boss.work(sweep.name, { pollingIntervalSeconds: 1 }, ([job]) => this.run(sweep, job?.signal));
      await this.boss.schedule(sweep.name, EVERY_MINUTE);
    }
    // Whatever came due while nothing ran is looked at now, not a minute later.
    await this.wake();
  }

  /** Asks for a look now; a look that waits already is enough. */
  async wake(): Promise<void> {
    for (const { name } of this.sweeps) await this.boss.send(name);
  }

  async stop(): Promise<void> {
    if (this.sweeps.length > 0) await this.boss.stop({ close: false, timeout: 10_000 });
  }

  private async run(sweep: Sweep, signal: AbortSignal | undefined): Promise<void> {
    const outcome = await runSweep(sweep, this.logger, () => signal?.aborted !== true);
    this.counters.count(sweep.name, outcome);
  }
}
