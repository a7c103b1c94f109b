import { Controller } from '@nestjs/common';
import { type DossierStatus, DossierStatusChangedV1, DossierSubmittedV1, type PublicStatus } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { Dossiers, type KnownDossier } from '../dossiers/dossiers.js';
import { messageOfMove } from './message-of-move.js';
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
    const kind = messageOfMove(from, to, reason);
    if (kind === null) return;
    const amount = amountOf(dossier, from, to);
    await this.applicant.notify(tx, { event, dossier, kind, data: { reason, dueAt, receptionDueAt, amount } });
  }
}

/** What is due first is said at submission, and what holds back the result when there is one (R16). */
function amountOf({ first, owed }: KnownDossier, from: DossierStatus, to: PublicStatus): number | null {
  const due = to === 'processed' ? owed : from === 'draft' ? first : null;
  return due === 0 ? null : due;
}
