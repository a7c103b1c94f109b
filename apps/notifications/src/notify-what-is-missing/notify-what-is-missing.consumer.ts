import { Controller } from '@nestjs/common';
import {
  CaseSupplementCancelledV1,
  CaseSupplementRequestedV1,
  DossierRefusedV1,
  DossierSupplementCancelledV1,
  DossierSupplementPartGivenV1,
  DossierSupplementRequestedV1,
} from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, type Tx } from '@motcua/platform';
import { Dossiers } from '../dossiers/dossiers.js';
import { ProcedureWords } from '../dossiers/procedure-words.js';
import type { KindCode } from '../message-kinds/kinds.js';
import { NotifyApplicant } from '../deliveries/notify-applicant.js';

/** R21: the applicant reads which component or field is at fault, by its name, and why. @rule R21 */
@Controller()
export class NotifyWhatIsMissing {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly words: ProcedureWords,
    private readonly applicant: NotifyApplicant,
  ) {}

  @On(DossierSupplementRequestedV1)
  async beforeAcceptance(event: EventEnvelope<DossierSupplementRequestedV1>, { tx }: EventContext): Promise<void> {
    await this.supplement(tx, event, 'dossier.supplement-requested');
  }

  @On(CaseSupplementRequestedV1)
  async ofTheCase(event: EventEnvelope<CaseSupplementRequestedV1>, { tx }: EventContext): Promise<void> {
    await this.supplement(tx, event, 'case.supplement-requested');
  }

  /** What is still missing, once a part is there; until when does not change. */
  @On(DossierSupplementPartGivenV1)
  async partGiven(event: EventEnvelope<DossierSupplementPartGivenV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, missing } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    const data = { items: await this.words.nameItems(tx, dossier.procedureCode, missing) };
    await this.applicant.notify(tx, { event, dossier, kind: 'dossier.supplement-part-given', data });
  }

  @On(DossierSupplementCancelledV1)
  async takenBack(event: EventEnvelope<DossierSupplementCancelledV1>, { tx }: EventContext): Promise<void> {
    await this.noMore(tx, event);
  }

  @On(CaseSupplementCancelledV1)
  async takenBackByTheCase(event: EventEnvelope<CaseSupplementCancelledV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, promisedDueAt } = event.data;
    await this.dossiers.moveDueDate(tx, dossierId, promisedDueAt);
    await this.noMore(tx, event);
  }

  @On(DossierRefusedV1)
  async refused(event: EventEnvelope<DossierRefusedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, reason, faults, refusedBy } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    const items = await this.words.nameItems(tx, dossier.procedureCode, faults);
    const data = { reason, items, officerName: refusedBy?.name ?? null };
    await this.applicant.notify(tx, { event, dossier, kind: 'dossier.refused', data });
  }

  private async noMore(
    tx: Tx,
    event: EventEnvelope<DossierSupplementCancelledV1 | CaseSupplementCancelledV1>,
  ): Promise<void> {
    const { dossierId, reason, by } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    const data = { reason, officerName: by.name };
    await this.applicant.notify(tx, { event, dossier, kind: 'dossier.supplement-cancelled', data });
  }

  private async supplement(
    tx: Tx,
    event: EventEnvelope<DossierSupplementRequestedV1 | CaseSupplementRequestedV1>,
    kind: KindCode,
  ): Promise<void> {
    const { dossierId, deadlineAt, requestedBy } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    const items = await this.words.nameItems(tx, dossier.procedureCode, event.data.items);
    const data = { items, deadlineAt, officerName: requestedBy.name };
    await this.applicant.notify(tx, { event, dossier, kind, data });
  }
}
