import { Controller, Inject } from '@nestjs/common';
import { DossierWithdrawalRequestedV1 } from '@motcua/contracts';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { withdrawCase } from '@motcua/processing-domain';
import { CaseStore } from '../../persistence/case-store.js';

/** After acceptance the case alone decides whether a dossier may still be withdrawn. */
@Controller()
export class DecideWithdrawalWhenRequested {
  constructor(
    private readonly cases: CaseStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @On(DossierWithdrawalRequestedV1)
  async decide({ data }: EventEnvelope<DossierWithdrawalRequestedV1>, { tx }: EventContext): Promise<void> {
    const stored = await this.cases.lock(tx, data.dossierId);
    const now = this.clock.now();
    const decided = withdrawCase(stored.state, data.reason, now);
    const change = { at: now, actor: 'system:withdrawal-requested' };
    if (decided.state === stored.state) await this.cases.note(tx, decided, { ...change, action: 'refuseWithdrawal' });
    else await this.cases.save(tx, stored, decided, { ...change, action: 'withdraw' });
  }
}
