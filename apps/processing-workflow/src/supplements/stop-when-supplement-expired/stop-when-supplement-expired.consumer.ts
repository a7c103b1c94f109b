import { Controller, Inject } from '@nestjs/common';
import { DossierSupplementExpiredV1 } from '@motcua/contracts';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { expireSupplement } from '@motcua/processing-domain';
import { CaseStore } from '../../persistence/case-store.js';

/** The applicant did not answer in time, says intake, which records the answers: the case stops with form 05 (R9). */
@Controller()
export class StopWhenSupplementExpired {
  constructor(
    private readonly cases: CaseStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @On(DossierSupplementExpiredV1)
  async stop({ data }: EventEnvelope<DossierSupplementExpiredV1>, { tx }: EventContext): Promise<void> {
    const stored = await this.cases.lock(tx, data.dossierId);
    const now = this.clock.now();
    const expired = { number: data.number, deadlineAt: Temporal.Instant.from(data.deadlineAt) };
    const decided = expireSupplement(stored.state, expired, now);
    if (!decided) return;
    const detail = { rule: 'R9', number: data.number, deadlineAt: data.deadlineAt };
    await this.cases.save(tx, stored, decided, { at: now, actor: 'system:supplement-expired', action: 'stop', detail });
  }
}
