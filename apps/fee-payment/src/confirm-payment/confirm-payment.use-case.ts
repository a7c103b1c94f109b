import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@motcua/kernel';
import { type Answer, Commands, Database } from '@motcua/platform';
import { PAYMENT_GATEWAY, type PaymentGateway } from '../gateway/payment-gateway.js';
import { findOrderByReference } from '../persistence/orders.js';
import { ConfirmKnownPayment } from './confirm-known-payment.js';
import { ConfirmUnknownPayment } from './confirm-unknown-payment.js';
import { RejectMessage } from './reject-message.js';

/** The platform says what became of a payment. It may say so twice, late, wrongly, or somebody else may in its name. */
@Injectable()
export class ConfirmPayment {
  constructor(
    @Inject(PAYMENT_GATEWAY) private readonly gateway: PaymentGateway,
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly known: ConfirmKnownPayment,
    private readonly unknown: ConfirmUnknownPayment,
    private readonly reject: RejectMessage,
  ) {}

  /** The answer is sent byte for byte. */
  async execute(body: unknown): Promise<Answer<string>> {
    const read = this.gateway.readConfirmation(body);
    const reference = read.is === 'refused' ? read.reference : read.confirmation.reference;
    // An order's reference never changes, and the platform cannot know of an order that is not committed.
    const order = reference === '' ? undefined : await findOrderByReference(this.database, reference);
    if (read.is === 'refused') {
      return this.commands.run(this.reject, { why: read.why, detail: read.detail, order, newId });
    }
    const { confirmation } = read;
    return order
      ? this.commands.run(this.known, { orderId: order.id, confirmation, newId })
      : this.commands.run(this.unknown, { confirmation, newId });
  }
}
