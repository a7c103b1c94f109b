import { Controller } from '@nestjs/common';
import { CaseSupplementCompletedV1, CaseSupplementPartGivenV1, CaseWithdrawnV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, type Tx } from '@motcua/platform';
import { NotifyOfficer, type OfficerKind } from '../deliveries/notify-officer.js';
import { Dossiers } from '../dossiers/dossiers.js';
import type { MessageData } from '../message-kinds/variables.js';

/** Who works on a case is told what its applicant did: gave what was asked, or withdrew. */
@Controller()
export class NotifyWhatCame {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly officer: NotifyOfficer,
  ) {}

  @On(CaseSupplementCompletedV1)
  async supplement(event: EventEnvelope<CaseSupplementCompletedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, promisedDueAt } = event.data;
    await this.dossiers.moveDueDate(tx, dossierId, promisedDueAt);
    await this.notifyAll(tx, event, 'case.supplement-completed', {});
  }

  @On(CaseSupplementPartGivenV1)
  part(event: EventEnvelope<CaseSupplementPartGivenV1>, { tx }: EventContext): Promise<void> {
    return this.notifyAll(tx, event, 'case.supplement-part-given', {});
  }

  @On(CaseWithdrawnV1)
  withdrawal(event: EventEnvelope<CaseWithdrawnV1>, { tx }: EventContext): Promise<void> {
    return this.notifyAll(tx, event, 'case.withdrawn', { reason: event.data.reason });
  }

  private async notifyAll(
    tx: Tx,
    event: EventEnvelope<CaseSupplementCompletedV1 | CaseSupplementPartGivenV1 | CaseWithdrawnV1>,
    kind: OfficerKind,
    data: MessageData,
  ): Promise<void> {
    const { dossierId, tell } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    for (const { subject } of tell) await this.officer.notify(tx, event, dossier, { kind, subject, data });
  }
}
