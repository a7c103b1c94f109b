import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { newId, VIETNAM } from '@motcua/kernel';
import { Commands, Database, LOGGER } from '@motcua/platform';
import type { Logger } from 'pino';
import { every } from '../polling/every.js';
import { PortalConfig } from '../portal.config.js';
import { FetchCatalogue } from './fetch-catalogue.js';
import { REQUEST_CATALOGUE_FETCH } from './request-catalogue-fetch.js';

const POLL_MS = 500;
const NIGHT_HOUR = 3;
const NIGHT_POLL_MS = 60_000;

// One whose process died is gone on with by another, behind its last page.
const TAKE = `
  UPDATE catalogue_fetch SET due_at = clock_timestamp() + interval '10 minutes'
  WHERE id = (SELECT id FROM catalogue_fetch WHERE state = 'running' AND due_at <= clock_timestamp() LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id`;
// What is left in hand when the process ends is due at once.
const LEAVE = `UPDATE catalogue_fetch SET due_at = clock_timestamp() WHERE id = $1 AND state = 'running' AND attempts = 0`;
const TONIGHT = 'SELECT FROM catalogue_fetch WHERE nightly AND day = $1::date';

/** Looks at what the portal publishes each night, and when it was asked to. */
@Injectable()
export class CatalogueFetcher implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly fetchCatalogue: FetchCatalogue,
    private readonly config: PortalConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.running = Promise.all([
      this.every(POLL_MS, () => this.doOne()),
      ...(this.config.followCatalogue
        ? [this.every(NIGHT_POLL_MS, () => this.askForTonight(Temporal.Now.zonedDateTimeISO(VIETNAM)))]
        : []),
    ]);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private every(ms: number, work: () => Promise<void>): Promise<void> {
    return every(ms, this.stopping.signal, work, (error) =>
      this.logger.warn({ err: error }, 'the portal’s catalogue is asked for again'),
    );
  }

  private async doOne(): Promise<void> {
    const [taken] = await this.database.query<{ id: string }>(TAKE);
    if (!taken) return;
    await this.fetchCatalogue.run(taken.id, this.stopping.signal);
    if (this.stopping.signal.aborted) await this.database.query(LEAVE, [taken.id]);
  }

  /** By system time: the portal's nights are not moved by a story. */
  async askForTonight(now: Temporal.ZonedDateTime): Promise<void> {
    if (now.hour < NIGHT_HOUR) return;
    const day = now.toPlainDate().toString();
    if ((await this.database.query(TONIGHT, [day])).length > 0) return;
    const actor = 'system:nightly-catalogue';
    await this.commands.run(REQUEST_CATALOGUE_FETCH, { id: newId(), day, acceptShrunk: false, actor });
  }
}
