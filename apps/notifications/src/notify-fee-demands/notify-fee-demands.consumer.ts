import { Controller } from '@nestjs/common';
import { CaseFeeDemandedV1, DossierFeeDemandedV1, DossierOtherDueAskedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, type Tx } from '@motcua/platform';
import { NotifyApplicant } from '../deliveries/notify-applicant.js';
import { Dossiers } from '../dossiers/dossiers.js';

/** A fee arose after the submission: the applicant reads how much, why, and until when. @rule R19 R21 */
@Controller()
export class NotifyFeeDemands {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly applicant: NotifyApplicant,
  ) {}

  @On(DossierFeeDemandedV1)
  beforeAcceptance(event: EventEnvelope<DossierFeeDemandedV1>, { tx }: EventContext): Promise<void> {
    return this.tell(event, tx);
  }

  @On(CaseFeeDemandedV1)
  ofTheCase(event: EventEnvelope<CaseFeeDemandedV1>, { tx }: EventContext): Promise<void> {
    return this.tell(event, tx);
  }

  /** Of another body: how much, to whom and how, is passed on. */
  @On(DossierOtherDueAskedV1)
  async ofAnotherBody(event: EventEnvelope<DossierOtherDueAskedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, name: dueName, amount, collector: collectorName, legalBasis, howToPay, askedBy } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    const data = { dueName, amount, collectorName, legalBasis, howToPay, officerName: askedBy.name };
    await this.applicant.notify(tx, { event, dossier, kind: 'dossier.other-due', data });
  }

  private async tell(event: EventEnvelope<CaseFeeDemandedV1>, tx: Tx): Promise<void> {
    const { dossierId, demand } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    const { reason, deadlineAt, demandedBy, lines } = demand;
    const amount = lines.reduce((sum, { net }) => sum + net, 0);
    const data = { reason, deadlineAt, amount, officerName: demandedBy.name };
    await this.applicant.notify(tx, { event, dossier, kind: 'dossier.fee-demanded', data });
  }
}
