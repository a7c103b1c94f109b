import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Commands, Database, LOGGER, sql } from '@motcua/platform';
import type { Logger } from 'pino';
import { RECEIVED_DOSSIERS, type ReceivedDossier } from '../persistence/received-dossiers.js';
import { RECEIVED_REQUESTS, type ReceivedRequest } from '../persistence/received-requests.js';
import type { CodeMaps } from '../record/code-maps.js';
import { Outbound } from '../send-records/outbound.js';
import { HAND_OVER_DOSSIER } from './hand-over-dossier.js';
import { HAND_OVER_REQUEST } from './hand-over-request.js';
import { Prepare } from './prepare.js';

const AT_ONCE = 4;
const POLL_MS = 200;
/** A process that took one in hand and died leaves it to others after so long. */
const LEASE = '10 minutes';
/** How often it is looked whether what one waits for has come. */
const LOOK_AGAIN = '3 seconds';

const TAKE = (table: string, key: string, columns: string) => `
  UPDATE ${table} SET due_at = clock_timestamp() + CASE state WHEN 'waiting' THEN interval '${LOOK_AGAIN}' ELSE interval '${LEASE}' END
  WHERE ${key} IN (SELECT ${key} FROM ${table} WHERE state IN ('received', 'waiting') AND due_at <= clock_timestamp() ORDER BY due_at
    LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
  RETURNING ${columns}`;

const TAKE_DOSSIERS = TAKE('received_dossier', 'portal_code', RECEIVED_DOSSIERS.columns().text);
const TAKE_REQUESTS = TAKE('received_request', 'id', RECEIVED_REQUESTS.columns().text);

/** Hands over to intake and payment what the portal has delivered, outside the delivery's own transaction. */
@Injectable()
export class HandOver implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Outbound) private readonly outbound: Outbound,
    @Inject(Prepare) private readonly prepare: Prepare,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const handed = await this.portion().catch((error: unknown) => {
        this.logger.warn({ err: error }, 'what the portal delivered cannot be handed over; trying again');
        return 0;
      });
      if (handed === 0) await pause(POLL_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  private async portion(): Promise<number> {
    const [dossiers, requests] = await Promise.all([
      this.database.query<ReceivedDossier>(sql.raw(TAKE_DOSSIERS)),
      this.database.query<ReceivedRequest>(sql.raw(TAKE_REQUESTS)),
    ]);
    if (dossiers.length + requests.length === 0) return 0;
    const maps: CodeMaps = await this.outbound.codeMaps();
    await Promise.all([
      ...dossiers.map(async (one) => this.commands.run(HAND_OVER_DOSSIER, await this.prepare.dossier(one, maps))),
      ...requests.map(async (one) => this.commands.run(HAND_OVER_REQUEST, await this.prepare.request(one, maps))),
    ]);
    return dossiers.length + requests.length;
  }
}
