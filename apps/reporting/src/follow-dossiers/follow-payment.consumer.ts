import { Controller } from '@nestjs/common';
import { PaymentReceivedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { Dossiers } from '../persistence/dossiers.js';

const ONLINE: readonly string[] = ['nationalPlatform', 'nationalPortal'];

@Controller()
export class FollowPayment {
  constructor(private readonly dossiers: Dossiers) {}

  @On(PaymentReceivedV1)
  async received({ data, time }: EventEnvelope<PaymentReceivedV1>, { tx }: EventContext): Promise<void> {
    if (!ONLINE.includes(data.method)) return;
    await this.dossiers.change(tx, data.dossierId, time, () => ({ paidOnline: true }));
  }
}
