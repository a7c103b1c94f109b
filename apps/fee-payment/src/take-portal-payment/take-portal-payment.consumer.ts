import { Controller } from '@nestjs/common';
import { PortalPaymentReceivedV1 } from '@motcua/contracts';
import { newId, Refusal } from '@motcua/kernel';
import { Commands, type EventContext, type EventEnvelope, NotYetKnown, On } from '@motcua/platform';
import { TAKE_PORTAL_PAYMENT } from './take-portal-payment.js';

/** A citizen has paid at the national portal. */
@Controller()
export class TakePortalPaymentWhenReceived {
  constructor(private readonly commands: Commands) {}

  @On(PortalPaymentReceivedV1)
  async take({ data }: EventEnvelope<PortalPaymentReceivedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, requestId, transaction, amount } = data;
    const paidAt = Temporal.Instant.from(data.paidAt);
    try {
      await this.commands.apply(tx, TAKE_PORTAL_PAYMENT, { dossierId, requestId, transaction, amount, paidAt, newId });
    } catch (error) {
      const isUnknown = error instanceof Refusal && error.code === 'RESOURCE.NOT_FOUND';
      throw isUnknown ? new NotYetKnown(`fee assessment of dossier ${dossierId}`) : error;
    }
  }
}
