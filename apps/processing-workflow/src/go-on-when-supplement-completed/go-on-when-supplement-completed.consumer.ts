import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Calendars } from '@motcua/catalogue-copy';
import { DossierSupplementCompletedV1 } from '@motcua/contracts';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { completeSupplement } from '@motcua/processing-domain';
import { CaseStore } from '../persistence/case-store.js';

/** The applicant gave what the case asked for: the case goes on, or says why it cannot (`architecture.md` 8). */
@Controller()
export class GoOnWhenSupplementCompleted {
  constructor(
    private readonly cases: CaseStore,
    private readonly calendars: Calendars,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @On(DossierSupplementCompletedV1)
  async goOn(
    @Payload() { data }: EventEnvelope<DossierSupplementCompletedV1>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    if (!data.afterAcceptance) return;
    const stored = await this.cases.lock(tx, data.dossierId);
    const { code, revision } = stored.state.terms.calendar;
    const { calendar } = await this.calendars.revision(code, revision, tx);
    const completion = { number: data.number, completedAt: Temporal.Instant.from(data.completedAt) };
    const decided = completeSupplement(stored.state, completion, calendar);
    const change = { at: this.clock.now(), actor: 'system:supplement-completed', detail: { number: data.number } };
    if (decided.state === stored.state) this.cases.tell(tx, decided, { ...change, action: 'rejectSupplement' });
    else await this.cases.save(tx, stored, decided, { ...change, action: 'completeSupplement' });
  }
}
