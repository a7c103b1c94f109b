import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { newId, VIETNAM } from '@motcua/kernel';
import { Commands, Database, type EventTransport, LOGGER, sql, TRANSPORT } from '@motcua/platform';
import type { Logger } from 'pino';
import { dueIn } from '../polling/due-in.js';
import { DueWork } from '../polling/due-work.js';
import { PortalConfig } from '../portal.config.js';
import { FetchCatalogue } from './fetch-catalogue.js';
import { REQUEST_CATALOGUE_FETCH } from './request-catalogue-fetch.js';

const NIGHT_HOUR = 3;

// One whose process died is gone on with by another, behind its last page.
const TAKE = `
  UPDATE catalogue_fetch SET due_at = clock_timestamp() + interval '10 minutes'
  WHERE id = (SELECT id FROM catalogue_fetch WHERE state = 'running' AND due_at <= clock_timestamp() LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id`;
// What is left in hand when the process ends is due at once.
const LEAVE = `UPDATE catalogue_fetch SET due_at = clock_timestamp() WHERE id = $1 AND state = 'running' AND attempts = 0`;
// Where no other process serves this service, one in hand at the start was in the hands of a process that died.
const FREE = `UPDATE catalogue_fetch SET due_at = clock_timestamp() WHERE state = 'running' AND due_at > clock_timestamp()`;
const TONIGHT = 'SELECT FROM catalogue_fetch WHERE nightly AND day = $1::date';

/** Looks at what the portal publishes each night, and when it was asked to. */
@Injectable()
export class CatalogueFetcher implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly due: DueWork;
  private started = false;

  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly fetchCatalogue: FetchCatalogue,
    private readonly config: PortalConfig,
    @Inject(TRANSPORT) private readonly transport: EventTransport,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.due = new DueWork(
      (stopping) => this.look(stopping),
      (error) => logger.warn({ err: error }, 'the portal’s catalogue is asked for again'),
    );
  }

  onApplicationBootstrap(): void {
    this.due.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.due.stop();
  }

  /** Somebody has asked for a look. */
  wake(): void {
    this.due.wake();
  }

  private async look(stopping: AbortSignal): Promise<number | undefined> {
    if (this.config.followCatalogue) await this.askForTonight(Temporal.Now.zonedDateTimeISO(VIETNAM));
    if (!this.started && this.transport.alone) await this.database.query(FREE);
    this.started = true;
    const [taken] = await this.database.query<{ id: string }>(TAKE);
    if (taken) {
      await this.fetchCatalogue.run(taken.id, stopping);
      if (stopping.aborted) await this.database.query(LEAVE, [taken.id]);
    }
    // When one is due again that was not answered, or whose process may have died.
    return dueIn(this.database, sql`catalogue_fetch`);
  }

  /** By system time: the portal's nights are not moved by a story. */
  async askForTonight(now: Temporal.ZonedDateTime): Promise<void> {
    if (now.hour < NIGHT_HOUR) return;
    const day = now.toPlainDate().toString();
    if ((await this.database.query(TONIGHT, [day])).length > 0) return;
    const actor = 'system:nightly-catalogue';
    await this.commands.run(REQUEST_CATALOGUE_FETCH, { id: newId(), day, acceptShrunk: false, actor });
    this.wake();
  }
}
