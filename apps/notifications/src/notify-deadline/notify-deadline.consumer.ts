import { Controller } from '@nestjs/common';
import {
  CaseApologisedV1,
  CaseDeadlineAdjustedV1,
  CaseSupplementDeadlineAdjustedV1,
  DossierSupplementDeadlineMovedV1,
} from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, type Tx } from '@motcua/platform';
import { Dossiers } from '../dossiers/dossiers.js';
import { NotifyApplicant } from '../deliveries/notify-applicant.js';

/** A promised date that moved is told with its reason (R13, R21). @rule R13 */
@Controller()
export class NotifyDeadline {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly applicant: NotifyApplicant,
  ) {}

  @On(CaseDeadlineAdjustedV1)
  async notify(event: EventEnvelope<CaseDeadlineAdjustedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, reason, previous, promisedDueAt: dueAt, by } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    await this.dossiers.moveDueDate(tx, dossierId, dueAt);
    // The law's own date moved alone: what the applicant was promised stays.
    if (dueAt === previous.promisedDueAt) return;
    const data = {
      reason,
      dueAt,
      previousDueAt: previous.promisedDueAt,
      officerName: by?.name ?? dossier.officerName,
    };
    await this.applicant.notify(tx, { event, dossier, kind: 'case.deadline-adjusted', data });
  }

  /** Lateness is owned up to, and told; the date that was promised stays the one that counts. @rule R13 */
  @On(CaseApologisedV1)
  async apologised(event: EventEnvelope<CaseApologisedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, reason, previousDueAt, newDueAt: dueAt, by } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    const data = { reason, dueAt, previousDueAt, officerName: by.name };
    await this.applicant.notify(tx, { event, dossier, kind: 'case.apologised', data });
  }

  @On(CaseSupplementDeadlineAdjustedV1)
  async supplementDeadline(
    event: EventEnvelope<CaseSupplementDeadlineAdjustedV1>,
    { tx }: EventContext,
  ): Promise<void> {
    await this.moreTime(tx, event);
  }

  @On(DossierSupplementDeadlineMovedV1)
  async supplementDeadlineBeforeAcceptance(
    event: EventEnvelope<DossierSupplementDeadlineMovedV1>,
    { tx }: EventContext,
  ): Promise<void> {
    await this.moreTime(tx, event);
  }

  private async moreTime(
    tx: Tx,
    event: EventEnvelope<CaseSupplementDeadlineAdjustedV1 | DossierSupplementDeadlineMovedV1>,
  ): Promise<void> {
    const { dossierId, reason, deadlineAt } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    await this.applicant.notify(tx, {
      event,
      dossier,
      kind: 'case.supplement-deadline-adjusted',
      data: { reason, deadlineAt },
    });
  }
}
