import { Injectable } from '@nestjs/common';
import type { FeeRefusalCode } from '@motcua/fee-domain';
import { newId, Refusal } from '@motcua/kernel';
import { type Answer, Commands, currentContext, Database, type PlatformCode } from '@motcua/platform';
import { OpenAtPlatform } from '../gateway/open-at-platform.js';
import { withoutKey } from '../gateway/without-key.js';
import { PaymentConfig } from '../payment.config.js';
import { findOrder, type StoredOrder } from '../persistence/orders.js';
import type { PaymentCode } from '../problems.js';
import { payeeOf } from '../views/payee-of.js';
import type { OrderView } from '../views/order.view.js';
import { AnswerOrder } from './answer-order.js';
import { PlaceOrder, type PlaceOrderCommand } from './place-order.js';

/**
 * Orders a payment. At the counter and by transfer this is one command. At the platform it is three steps, each of which can
 * be the last before a crash: the order is committed; the platform is asked; the answer is stored. The same key finds the
 * order that it placed and goes on from there, so that it never makes a second one.
 */
@Injectable()
export class OrderPayment {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly place: PlaceOrder,
    private readonly answerOrder: AnswerOrder,
    private readonly openAtPlatform: OpenAtPlatform,
    private readonly config: PaymentConfig,
  ) {}

  async execute(command: Omit<PlaceOrderCommand, 'id'>, payerAddress: string): Promise<Answer<OrderView>> {
    const { idempotency: request } = currentContext();
    const id = newId();
    if (command.method !== 'nationalPlatform' || !request) return this.commands.run(this.place, { ...command, id });
    const answered = await this.commands.keptAnswer();
    if (answered) return answered as Answer<OrderView>;
    const { body } = await withoutKey(() => this.commands.run(this.place, { ...command, id, request }));
    const placed = (await findOrder(this.database, body.id))!;
    await this.open(placed, payerAddress);
    return this.commands.run(this.answerOrder, { orderId: placed.id });
  }

  private async open(placed: StoredOrder, payerAddress: string): Promise<void> {
    if (placed.status !== 'created') return;
    const opened = await this.openAtPlatform.execute(placed, payerAddress);
    if (opened === 'opened') return;
    if (opened === 'notNeeded')
      throw new Refusal<FeeRefusalCode>('PAYMENT.ALREADY_PAID', { collects: placed.collects });
    const order = await findOrder(this.database, placed.id);
    if (order?.status !== 'created') return;
    if (opened === 'beingOpened') throw new Refusal<PlatformCode>('IDEMPOTENCY.IN_FLIGHT');
    const alternatives = ['counter', ...(payeeOf(placed, this.config) === null ? [] : ['transfer'])];
    throw new Refusal<PaymentCode>(
      'PAYMENT.PLATFORM_UNAVAILABLE',
      { orderId: placed.id, reference: placed.reference, alternatives },
      [],
      {
        vi: 'Nền tảng thanh toán chưa phản hồi. Đề nghị gửi lại yêu cầu với cùng Idempotency-Key hoặc chọn hình thức thanh toán khác.',
        en: 'The payment platform did not answer. Repeat the request with the same Idempotency-Key, or choose another payment method.',
      },
    );
  }
}
