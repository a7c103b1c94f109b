import { Controller } from '@nestjs/common';
import { DossierStatusChangedV1, DossierSubmittedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { Dossiers } from '../dossiers/dossiers.js';
import { kindOfMove } from '../message-kinds/kind-of-move.js';
import { NotifyApplicant } from '../deliveries/notify-applicant.js';

/** R19: the applicant is told at every move. @rule R19 */
@Controller()
export class NotifyEachMove {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly applicant: NotifyApplicant,
  ) {}

  @On(DossierSubmittedV1)
  async remember({ data }: EventEnvelope<DossierSubmittedV1>, { tx }: EventContext): Promise<void> {
    await this.dossiers.saveSubmitted(tx, data);
  }

  @On(DossierStatusChangedV1)
  async notify(event: EventEnvelope<DossierStatusChangedV1>, { tx }: EventContext): Promise<void> {
    const { from, to, reason, dueAt, receptionDueAt } = event.data;
    const dossier = await this.dossiers.saveStatus(tx, event.data);
    const kind = kindOfMove(from, to);
    if (kind === null) return;
    const amount = from === 'draft' && dossier.amount !== 0 ? dossier.amount : null;
    await this.applicant.notify(tx, { event, dossier, kind, data: { reason, dueAt, receptionDueAt, amount } });
  }
}
