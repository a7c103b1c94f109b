import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Commands, Database, LOGGER } from '@motcua/platform';
import type { Logger } from 'pino';
import { RECEIVED_DOSSIERS, type ReceivedDossier } from '../persistence/received-dossiers.js';
import { RECEIVED_REQUESTS, type ReceivedRequest } from '../persistence/received-requests.js';
import type { CodeMaps } from '../record/code-maps.js';
import { Outbound } from '../send-records/outbound.js';
import { HAND_OVER_DOSSIER } from './hand-over-dossier.js';
import { HAND_OVER_REQUEST } from './hand-over-request.js';
import { Prepare } from './prepare.js';

/** Of dossiers, and as many of requests. */
const AT_ONCE = 4;
const POLL_MS = 200;
/** A process that took one in hand and died leaves it to others after so long; one that lives says so in time. */
const LEASE = '30 seconds';
const RENEW_MS = 10_000;
/** How often it is looked whether what one waits for has come. */
const LOOK_AGAIN = '3 seconds';

const TAKE = (table: string, key: string, columns: string, ready = 'true') => `
  UPDATE ${table} SET due_at = clock_timestamp() + CASE state WHEN 'waiting' THEN interval '${LOOK_AGAIN}' ELSE interval '${LEASE}' END
  WHERE ${key} IN (SELECT ${key} FROM ${table} WHERE state IN ('received', 'waiting') AND due_at <= clock_timestamp()
    AND ${key} <> ALL ($2) AND ${ready} ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
  RETURNING ${columns}`;
const RENEW = (table: string, key: string) => `
  UPDATE ${table} SET due_at = clock_timestamp() + interval '${LEASE}'
  WHERE ${key} = ANY ($1) AND state = 'received' AND due_at > clock_timestamp()`;

const TAKE_DOSSIERS = TAKE('received_dossier', 'portal_code', RECEIVED_DOSSIERS.columns().text);
// What a citizen does about a dossier goes behind it: nobody could withdraw what nobody has heard of yet.
const DOSSIER_IS_THROUGH = `NOT EXISTS (SELECT FROM received_dossier d
    WHERE d.dossier_id = received_request.dossier_id AND d.state IN ('received', 'waiting'))`;
const TAKE_REQUESTS = TAKE('received_request', 'id', RECEIVED_REQUESTS.columns().text, DOSSIER_IS_THROUGH);
const RENEW_DOSSIERS = RENEW('received_dossier', 'portal_code');
const RENEW_REQUESTS = RENEW('received_request', 'id');

/**
 * Hands over to intake and payment what the portal has delivered, outside the delivery's own transaction: a few at once, and
 * one whose papers come slowly holds up no other.
 */
@Injectable()
export class HandOver implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private readonly dossiers = new Map<string, Promise<void>>();
  private readonly requests = new Map<string, Promise<void>>();
  private running: Promise<unknown> = Promise.resolve();
  private wake: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly outbound: Outbound,
    private readonly prepare: Prepare,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.running = Promise.all([this.run(), this.renew()]);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
    await Promise.all([...this.dossiers.values(), ...this.requests.values()]);
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const taken = await this.take().catch((error: unknown) => {
        this.logger.warn({ err: error }, 'what the portal delivered cannot be read; trying again');
        return 0;
      });
      if (taken > 0) continue;
      const early = new AbortController();
      this.wake = () => early.abort();
      await pause(POLL_MS, undefined, { signal: early.signal }).catch(() => undefined);
    }
  }

  /** Takes as many into hand as there is room for. */
  private async take(): Promise<number> {
    const [dossiers, requests] = await Promise.all([
      this.taken<ReceivedDossier>(TAKE_DOSSIERS, this.dossiers),
      this.taken<ReceivedRequest>(TAKE_REQUESTS, this.requests),
    ]);
    if (dossiers.length + requests.length === 0) return 0;
    const maps: CodeMaps = await this.outbound.codeMaps();
    for (const one of dossiers)
      this.handOver(this.dossiers, one.portalCode, async () =>
        this.commands.run(HAND_OVER_DOSSIER, await this.prepare.dossier(one, maps)),
      );
    for (const one of requests)
      this.handOver(this.requests, one.id, async () =>
        this.commands.run(HAND_OVER_REQUEST, await this.prepare.request(one, maps)),
      );
    return dossiers.length + requests.length;
  }

  private taken<Row extends object>(statement: string, inHand: ReadonlyMap<string, unknown>): Promise<Row[]> {
    const room = AT_ONCE - inHand.size;
    return room > 0 ? this.database.query<Row>(statement, [room, [...inHand.keys()]]) : Promise.resolve([]);
  }

  private handOver(inHand: Map<string, Promise<void>>, key: string, work: () => Promise<unknown>): void {
    const done = work().then(
      () => undefined,
      (error: unknown) =>
        this.logger.warn({ err: error }, 'what the portal delivered cannot be handed over; trying again'),
    );
    inHand.set(
      key,
      done.then(() => {
        inHand.delete(key);
        this.wake();
      }),
    );
  }

  private async renew(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await pause(RENEW_MS, undefined, { signal }).catch(() => undefined);
      for (const [statement, inHand] of [
        [RENEW_DOSSIERS, this.dossiers],
        [RENEW_REQUESTS, this.requests],
      ] as const)
        if (inHand.size > 0)
          await this.database
            .query(statement, [[...inHand.keys()]])
            .catch((error: unknown) => this.logger.warn({ err: error }, 'a lease could not be renewed'));
    }
  }
}
