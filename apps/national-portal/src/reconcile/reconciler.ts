import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { newId, VIETNAM } from '@motcua/kernel';
import { Commands, Database, LOGGER, sql } from '@motcua/platform';
import type { Logger } from 'pino';
import { dueIn } from '../polling/due-in.js';
import { DueWork } from '../polling/due-work.js';
import { type Reconciliation, RECONCILIATIONS } from '../reconciliations/reconciliations.js';
import { Reconcile } from './reconcile.js';
import { REQUEST_RECONCILIATION } from './request-reconciliation.js';

const NIGHT_HOUR = 2;

// A reconciliation whose process died is taken up by another, from its beginning.
const TAKE = sql`
  UPDATE reconciliation SET due_at = clock_timestamp() + interval '5 minutes'
  WHERE id = (SELECT id FROM reconciliation WHERE state = 'running' AND due_at <= clock_timestamp() ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING ${RECONCILIATIONS.columns()}`;
const TONIGHT = 'SELECT FROM reconciliation WHERE nightly AND day = $1::date';

/** Does the reconciliations that were asked for, and asks for one of the day before each night. */
@Injectable()
export class Reconciler implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly due: DueWork;

  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly reconcile: Reconcile,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.due = new DueWork(
      () => this.look(),
      (error) => logger.warn({ err: error }, 'the reconciliation is tried again'),
    );
  }

  onApplicationBootstrap(): void {
    this.due.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.due.stop();
  }

  /** Somebody has asked for one. */
  wake(): void {
    this.due.wake();
  }

  private async look(): Promise<number | undefined> {
    await this.askForYesterday(Temporal.Now.zonedDateTimeISO(VIETNAM));
    const [taken] = await this.database.query<Reconciliation>(TAKE);
    if (taken) await this.reconcile.run(taken);
    return dueIn(this.database, sql`reconciliation`);
  }

  /** By system time: the portal's nights are not moved by a story. */
  async askForYesterday(now: Temporal.ZonedDateTime): Promise<void> {
    if (now.hour < NIGHT_HOUR) return;
    const day = now.toPlainDate().subtract({ days: 1 }).toString();
    if ((await this.database.query(TONIGHT, [day])).length > 0) return;
    const actor = 'system:nightly-reconciliation';
    // Of two processes that ask at once one meets the unique index, and is content.
    await this.commands
      .run(REQUEST_RECONCILIATION, { id: newId(), day, codes: null, nightly: true, actor })
      .catch((error: unknown) => {
        if ((error as { code?: string }).code !== '23505') throw error;
      });
    this.wake();
  }
}
