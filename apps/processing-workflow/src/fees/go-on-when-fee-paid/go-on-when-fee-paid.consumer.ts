import { Controller } from '@nestjs/common';
import { PaymentReceivedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { applyToCase } from '../../change/apply-to-case.js';
import { CaseCommands } from '../../change/case-commands.js';
import { SETTLE_FEE } from './settle-fee.js';

/** What the case asked for is paid: it goes on. What was paid before there was a case concerns none. */
@Controller()
export class GoOnWhenFeePaid {
  constructor(private readonly commands: CaseCommands) {}

  @On(PaymentReceivedV1)
  async goOn({ data }: EventEnvelope<PaymentReceivedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, demandedAt, paidAt } = data;
    if (demandedAt === null) return;
    const [asked, paid] = [Temporal.Instant.from(demandedAt), Temporal.Instant.from(paidAt)];
    await applyToCase(this.commands, tx, SETTLE_FEE, { dossierId, demandedAt: asked, paidAt: paid });
  }
}
