import { Agencies } from '@motcua/catalogue-copy';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { isOpen } from '@motcua/dossier-domain';
import { childTraceparent, Database, LOGGER, openText, runInContext, SealingConfig, sql } from '@motcua/platform';
import type { Logger } from 'pino';
import { Dossiers } from '../change/dossiers.js';
import { type PostalOrderRow, POSTAL_ORDERS } from '../persistence/postal-order-row.js';
import { PostalConfig } from './postal.config.js';
import { PostUnavailable } from './post-unavailable.js';
import { PostalService, type Recipient } from './postal-service.js';
import { TAKE_NEWS } from './take-news.js';

/** An order that is being asked about, and when it will be again if nothing is heard. */
type Due = PostalOrderRow & { readonly dueAgain: string };

const BATCH = 10;
const LONGEST_PAUSE_SECONDS = 3600;
const LOOK_EVERY_MS = 5_000;

/**
 * Talks with the postal service: orders, asks what became of parcels, takes orders back. No transaction is open meanwhile. Who does
 * not answer is asked again for ever, less and less often; an order that was sent twice is the same order. In system time, as all
 * talk with machines.
 */
@Injectable()
export class DeliverByPost implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly service: PostalService,
    private readonly database: Database,
    private readonly dossiers: Dossiers,
    private readonly agencies: Agencies,
    private readonly config: PostalConfig,
    private readonly sealing: SealingConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Looks now, or once more after the look that is under way. */
  wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    // Of its own: a request that wakes it has an idempotency key, under which nothing else is done.
    this.running = runInContext({ traceparent: childTraceparent(), language: 'vi' }, () => this.look())
      .catch((error: unknown) => this.logger.warn({ err: error }, 'could not talk with the postal service'))
      .finally(() => {
        this.running = undefined;
        if (!this.again) return;
        this.again = false;
        this.wake();
      });
  }

  /** Something is to be asked about an order now; one that has ended, or is none of ours, is not. */
  async soon(orderNumber: string): Promise<void> {
    const due = await this.database.query(
      sql`UPDATE postal_order SET due_at = now() WHERE order_number = ${orderNumber} AND due_at IS NOT NULL RETURNING id`,
    );
    if (due.length > 0) this.wake();
  }

  /** All that is due, a batch at a time; where nobody of a batch was answered, the next look goes on. */
  private async look(): Promise<void> {
    for (;;) {
      const due = await this.take();
      const answered = await Promise.all(due.map((order) => this.ask(order)));
      if (due.length < BATCH || this.stopped || !answered.includes(true)) return;
    }
  }

  /** Several processes share the work: what one has taken is due again only later. */
  private take(): Promise<Due[]> {
    const { retrySeconds } = this.config;
    return this.database.query<Due>(sql`
      UPDATE postal_order o SET attempts = attempts + 1,
        due_at = now() + least(${retrySeconds}::int * power(2, least(attempts, 20)), ${LONGEST_PAUSE_SECONDS}::int) * interval '1 second'
      WHERE id IN (SELECT id FROM postal_order WHERE due_at <= now() ORDER BY due_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
      RETURNING ${POSTAL_ORDERS.columns('o')}, o.due_at::text AS "dueAgain"`);
  }

  private async ask(order: Due): Promise<boolean> {
    try {
      await this.talk(order);
      await this.settle(order, null);
      return true;
    } catch (error) {
      const { orderNumber } = order;
      const isAway = error instanceof PostUnavailable;
      this.logger.warn(
        { orderNumber, ...(!isAway && { err: error }) },
        'the postal service did not answer about an order',
      );
      await this.settle(order, isAway ? error.message : 'failed');
      return !isAway;
    }
  }

  private async talk(order: PostalOrderRow): Promise<void> {
    const { orderNumber, dossierId: id, state } = order;
    if (state === 'cancelled' && (await this.service.cancel(orderNumber))) return;
    if (state === 'waiting') {
      const news = await this.service.order(await this.parcelOf(order));
      await this.dossiers.run(TAKE_NEWS, { id, orderNumber, news });
      return;
    }
    if (!isOpen(state) && state !== 'cancelled') return;
    const news = await this.service.track(orderNumber);
    if (news.is === 'unknown') throw new PostUnavailable('does not know an order that it took');
    await this.dossiers.run(TAKE_NEWS, { id, orderNumber, news, cameTooLate: state === 'cancelled' });
  }

  private async parcelOf({ orderNumber, agency, recipient }: PostalOrderRow) {
    const known = await this.agencies.find(agency);
    return {
      orderNumber,
      sender: {
        code: agency,
        name: known?.name ?? agency,
        address: known?.address ?? null,
        phone: known?.phone ?? null,
      },
      recipient: JSON.parse(openText(this.sealing.sealingKey, recipient)) as Recipient,
    };
  }

  /**
   * Once the post has answered about an order that has ended, nothing more is asked. What came up while it was asked (a notice,
   * the order taken back) is still to be asked.
   */
  private async settle({ id, state, dueAgain }: Due, trouble: string | null): Promise<void> {
    const { trackMinutes } = this.config;
    await this.database.query(
      trouble === null
        ? sql`UPDATE postal_order SET attempts = 0, trouble = NULL,
            due_at = CASE WHEN due_at <> ${dueAgain}::timestamptz THEN due_at
              WHEN state IN ('taken', 'onTheWay') THEN now() + ${trackMinutes}::int * interval '1 minute'
              WHEN state = 'cancelled' AND ${state} <> 'cancelled' THEN now() END WHERE id = ${id}`
        : sql`UPDATE postal_order SET trouble = ${trouble} WHERE id = ${id}`,
    );
  }
}
