import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { newId, VIETNAM } from '@motcua/kernel';
import { Commands, Database, LOGGER, sql } from '@motcua/platform';
import type { Logger } from 'pino';
import { every } from '../polling/every.js';
import { type Reconciliation, RECONCILIATIONS } from '../reconciliations/reconciliations.js';
import { Reconcile } from './reconcile.js';
import { REQUEST_RECONCILIATION } from './request-reconciliation.js';

const POLL_MS = 500;
const NIGHT_HOUR = 2;
const NIGHT_POLL_MS = 60_000;

// A reconciliation whose process died is taken up by another, from its beginning.
const TAKE = sql`
  UPDATE reconciliation SET due_at = clock_timestamp() + interval '5 minutes'
  WHERE id = (SELECT id FROM reconciliation WHERE state = 'running' AND due_at <= clock_timestamp() ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING ${RECONCILIATIONS.columns()}`;
const TONIGHT = 'SELECT FROM reconciliation WHERE nightly AND day = $1::date';

/** Does the reconciliations that were asked for, and asks for one of the day before each night. */
@Injectable()
export class Reconciler implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly reconcile: Reconcile,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.running = Promise.all([
      this.every(POLL_MS, () => this.doOne()),
      this.every(NIGHT_POLL_MS, () => this.askForYesterday(Temporal.Now.zonedDateTimeISO(VIETNAM))),
    ]);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private every(ms: number, work: () => Promise<void>): Promise<void> {
    return every(ms, this.stopping.signal, work, (error) =>
      this.logger.warn({ err: error }, 'the reconciliation is tried again'),
    );
  }

  private async doOne(): Promise<void> {
    const [taken] = await this.database.query<Reconciliation>(TAKE);
    if (taken) await this.reconcile.run(taken);
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
  }
}
