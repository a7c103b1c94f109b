import { Controller } from '@nestjs/common';
import { PaymentReceivedV1, PaymentReversedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { DossierFacts } from '../dossiers/dossier-facts.js';
import { learnPayment, learnReversal } from '../record/learn.js';

const ONLINE = { nationalPortal: 'portal', nationalPlatform: 'gateway', counter: null, transfer: null } as const;

/** Whether a dossier was paid online, and where, and what is still due. */
@Controller()
export class FollowPayments {
  constructor(private readonly dossiers: DossierFacts) {}

  @On(PaymentReceivedV1)
  async received({ data }: EventEnvelope<PaymentReceivedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, method } = data;
    await this.dossiers.learn(tx, dossierId, (facts) => learnPayment(facts, ONLINE[method], data));
  }

  @On(PaymentReversedV1)
  async reversed({ data }: EventEnvelope<PaymentReversedV1>, { tx }: EventContext): Promise<void> {
    await this.dossiers.learn(tx, data.dossierId, (facts) => learnReversal(facts, data));
  }
}
