import { Inject, Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { coveredBy, outstandingOf } from '@motcua/fee-domain';
import { CLOCK, type Clock } from '@motcua/kernel';
import { Commands, Database, LOGGER } from '@motcua/platform';
import type { Logger } from 'pino';
import { GatewayTrouble } from './gateway-trouble.js';
import { PAYMENT_GATEWAY, type PaymentGateway, type PaymentToOpen } from './payment-gateway.js';
import { NOTE_OPENING, type Opening } from './note-opening.js';
import { withoutKey } from './without-key.js';
import { PaymentConfig } from '../payment.config.js';
import { findAccount, type StoredAccount } from '../persistence/accounts.js';
import type { StoredOrder } from '../persistence/orders.js';
import { payeeOf } from '../views/payee-of.js';

// One process at a time talks to the platform about an order; who dies on the way loses the lease.
const LEASE = `
  UPDATE payment_order SET opening_until = now() + $2::int * interval '1 millisecond'
  WHERE id = $1 AND status = 'created' AND (opening_until IS NULL OR opening_until < now()) RETURNING id`;
const RELEASE = `UPDATE payment_order SET opening_until = NULL WHERE id = $1`;
const MARGIN_MS = 5_000;

export type Opened = 'opened' | 'unavailable' | 'beingOpened' | 'notNeeded';

function beneficiaryOf(order: StoredOrder, config: PaymentConfig): PaymentToOpen['beneficiary'] {
  const { number: account = '', name = '', bank = '' } = payeeOf(order, config) ?? {};
  return { account, name, bank };
}

/**
 * Makes a placed order known to the platform. The conversation is outside of any transaction: the order was committed
 * before, and whoever asks again (the same key, or the sweep) goes on from what is stored.
 */
@Injectable()
export class OpenAtPlatform {
  constructor(
    @Inject(PAYMENT_GATEWAY) private readonly gateway: PaymentGateway,
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly agencies: Agencies,
    private readonly config: PaymentConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async execute(order: StoredOrder, payerAddress: string): Promise<Opened> {
    const account = await findAccount(this.database, order.dossierId);
    if (!account || outstandingOf(account, order.collects) !== order.amount) return 'notNeeded';
    const leased = await this.database.query(LEASE, [order.id, this.config.timeoutMs + MARGIN_MS]);
    if (leased.length === 0) return 'beingOpened';
    try {
      const opening = await this.ask(order, account, payerAddress);
      await withoutKey(() => this.commands.run(NOTE_OPENING, { orderId: order.id, opening }));
      return 'opened';
    } catch (error) {
      await this.database.query(RELEASE, [order.id]);
      if (!(error instanceof GatewayTrouble)) throw error;
      this.logger.warn({ err: error, reference: order.reference }, 'the payment platform did not open a payment');
      return 'unavailable';
    }
  }

  private async ask(order: StoredOrder, account: StoredAccount, payerAddress: string): Promise<Opening> {
    const { reference, amount, collects } = order;
    const { code, name } = (await this.agencies.find(account.receivingAgency)) ?? {
      code: account.receivingAgency,
      name: '',
    };
    const lines = coveredBy(account.lines, collects, amount);
    try {
      return await this.gateway.open({
        ...{ reference, amount, payerAddress },
        dossierCode: account.code,
        beneficiary: beneficiaryOf(order, this.config),
        returnUrl: order.returnUrl,
        procedure: { code: account.procedureCode, name: account.procedureName },
        agency: { code, name },
        lines: lines.map(({ code: of, kind, name: title, net }) => ({ code: of, kind, name: title, amount: net })),
        at: this.clock.now(),
      });
    } catch (error) {
      if (error instanceof GatewayTrouble && error.kind === 'refused') return { failure: error.platformCode };
      throw error;
    }
  }
}
