import { Controller, Inject } from '@nestjs/common';
import { DossierSupplementCompletedV1 } from '@motcua/contracts';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { completeSupplement } from '@motcua/processing-domain';
import { CalendarsOfCase } from '../../persistence/calendars-of-case.js';
import { CaseStore } from '../../persistence/case-store.js';

/** The applicant gave what the case asked for: the case goes on, or says why it cannot. */
@Controller()
export class GoOnWhenSupplementCompleted {
  constructor(
    private readonly cases: CaseStore,
    private readonly calendars: CalendarsOfCase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @On(DossierSupplementCompletedV1)
  async goOn({ data }: EventEnvelope<DossierSupplementCompletedV1>, { tx }: EventContext): Promise<void> {
    if (!data.afterAcceptance) return;
    const stored = await this.cases.lock(tx, data.dossierId);
    const calendars = await this.calendars.of(stored.state, tx);
    const completion = { number: data.number, completedAt: Temporal.Instant.from(data.completedAt) };
    const decided = completeSupplement(stored.state, completion, calendars);
    const change = { at: this.clock.now(), actor: 'system:supplement-completed', detail: { number: data.number } };
    if (decided.state === stored.state) await this.cases.note(tx, decided, { ...change, action: 'rejectSupplement' });
    else await this.cases.save(tx, stored, decided, { ...change, action: 'completeSupplement' });
  }
}
