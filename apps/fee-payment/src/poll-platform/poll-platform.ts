import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CLOCK, type Clock, newId } from '@motcua/kernel';
import { Commands, Database, LOGGER } from '@motcua/platform';
import type { Logger } from 'pino';
import { GatewayTrouble } from '../gateway/gateway-trouble.js';
import { PAYMENT_GATEWAY, type PaymentGateway, type PaymentStatus } from '../gateway/payment-gateway.js';
import { OpenAtPlatform } from '../gateway/open-at-platform.js';
import { Repeated } from '../deliveries/repeated.js';
import { PaymentConfig } from '../payment.config.js';
import { ORDER_COLUMNS, type StoredOrder } from '../persistence/orders.js';
import { TAKE_STATUS } from './take-status.js';

const BATCH = 20;
/** A sweep ends in time for what has become due since it began. */
const BATCHES = 50;

// One order of each dossier before the second of any: many orders of one hold up nobody else's. Each time twice as long as before, six hours at most; system time, as all talk with machines. Several processes share
// the work: a row that one has taken is due again only later.
const TAKE_DUE = `
  UPDATE payment_order SET asked = asked + 1, ask_at = CASE
      WHEN recorded_at < now() - $2::int * interval '1 day' THEN NULL
      ELSE now() + least(($1::int * power(2, least(asked, 20)))::bigint, 21600) * interval '1 second' END
  WHERE id IN (
    SELECT o.id FROM payment_order o JOIN (
      SELECT id, row_number() OVER (PARTITION BY dossier_id ORDER BY ask_at) AS turn FROM payment_order WHERE ask_at <= now()
    ) AS t USING (id)
    WHERE o.ask_at <= now() ORDER BY t.turn, o.ask_at LIMIT ${BATCH} FOR UPDATE OF o SKIP LOCKED)
  RETURNING ${ORDER_COLUMNS}`;

/** Asks the platform about payments that it did not confirm: a callback that was lost loses no payment. */
@Injectable()
export class PollPlatform implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeated: Repeated;

  constructor(
    @Inject(PAYMENT_GATEWAY) private readonly gateway: PaymentGateway,
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly openAtPlatform: OpenAtPlatform,
    private readonly config: PaymentConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const failed = (error: unknown): void => this.logger.warn({ err: error }, 'could not ask the payment platform');
    this.repeated = new Repeated(() => this.sweep(), config.askAfterSeconds * 500, failed);
  }

  onApplicationBootstrap(): void {
    this.repeated.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeated.stop();
  }

  sweep(): Promise<void> {
    const { askAfterSeconds, askForDays } = this.config;
    return this.repeated.drain({
      batch: BATCH,
      batches: BATCHES,
      take: () => this.database.query<StoredOrder>(TAKE_DUE, [askAfterSeconds, askForDays]),
      handle: (order) => this.ask(order),
    });
  }

  /** False where the platform did not answer. */
  private async ask(order: StoredOrder): Promise<boolean> {
    try {
      if (order.status === 'created') {
        return (await this.openAtPlatform.execute(order, '')) !== 'unavailable';
      }
      await this.take(order, await this.gateway.statusOf(order.reference, this.clock.now()));
      return true;
    } catch (error) {
      if (!(error instanceof GatewayTrouble)) throw error;
      this.logger.warn(
        { reference: order.reference, trouble: error.kind },
        'the payment platform did not say what became of a payment',
      );
      return error.kind !== 'unavailable';
    }
  }

  private async take({ id, reference, amount }: StoredOrder, status: PaymentStatus): Promise<void> {
    if (status.is === 'pending' || status.is === 'unknown') return;
    const confirmation =
      status.is === 'paid' ? status.confirmation : { reference, success: false, amount, transaction: null };
    await this.commands.run(TAKE_STATUS, { orderId: id, confirmation, newId });
  }
}
