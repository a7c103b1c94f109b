import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { Database, LOGGER, sql } from '@motcua/platform';
import type { Logger } from 'pino';
import { GatewayTrouble } from '../gateway/gateway-trouble.js';
import { type Closing, PAYMENT_GATEWAY, type PaymentGateway } from '../gateway/payment-gateway.js';
import { Repeated } from '../deliveries/repeated.js';
import { PaymentConfig } from '../payment.config.js';

interface ToClose {
  readonly id: string;
  readonly reference: string;
}

const BATCH = 20;

/**
 * Tells the platform of orders that are cancelled or have expired here, so that nobody pays them there. Those of a batch are told
 * at once: one that hangs delays no other. System time, as all talk with machines.
 */
@Injectable()
export class CloseAtPlatform implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeated: Repeated;

  constructor(
    @Inject(PAYMENT_GATEWAY) private readonly gateway: PaymentGateway,
    private readonly database: Database,
    private readonly config: PaymentConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const failed = (error: unknown): void =>
      this.logger.warn({ err: error }, 'could not tell the payment platform of ended orders');
    this.repeated = new Repeated(() => this.sweep(), config.askAfterSeconds * 500, failed);
  }

  onApplicationBootstrap(): void {
    this.repeated.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeated.stop();
  }

  sweep(): Promise<void> {
    return this.repeated.drain({
      batch: BATCH,
      take: () => this.takeDue(),
      handle: (order) => this.close(order),
    });
  }

  /** Each is due again later, by the same pause as a question: several processes share the work. */
  private takeDue(): Promise<ToClose[]> {
    return this.database.query<ToClose>(sql`
      UPDATE payment_order SET close_at = now() + ${this.config.askAfterSeconds}::int * interval '1 second'
      WHERE id IN (
        SELECT id FROM payment_order
        WHERE method = 'nationalPlatform' AND status IN ('cancelled', 'expired') AND closed_at IS NULL AND close_at <= now()
        ORDER BY close_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
      RETURNING id, reference`);
  }

  private async close({ id, reference }: ToClose): Promise<boolean> {
    try {
      await this.note(id, await this.gateway.close(reference, this.clock.now()));
      return true;
    } catch (error) {
      if (!(error instanceof GatewayTrouble)) throw error;
      if (error.kind === 'refused') {
        // It does not know the message, or the payment: what it says of the payment itself is asked as before.
        await this.note(id, 'refused');
        return true;
      }
      return false;
    }
  }

  /** What the platform has closed is asked about no more; what was paid meanwhile, at once. */
  private async note(id: string, closing: Closing | 'refused'): Promise<void> {
    const [isClosed, isPaid] = [closing === 'closed', closing === 'paid'];
    await this.database.query(sql`
      UPDATE payment_order SET closed_at = now(),
        ask_at = CASE WHEN ${isClosed}::boolean THEN NULL WHEN ${isPaid}::boolean THEN now() ELSE ask_at END
      WHERE id = ${id} AND status IN ('cancelled', 'expired')`);
  }
}
