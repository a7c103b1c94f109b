import { Controller } from '@nestjs/common';
import { CaseStepChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { Dossiers } from '../dossiers/dossiers.js';
import { NotifyApplicant } from '../deliveries/notify-applicant.js';
import { NotifyOfficer } from '../deliveries/notify-officer.js';
import { isHandedOver } from './is-handed-over.js';

/** Which agency and officer holds the dossier now, to the applicant and to that officer. @rule R19 */
@Controller()
export class NotifyWhoHolds {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly applicant: NotifyApplicant,
    private readonly officer: NotifyOfficer,
  ) {}

  @On(CaseStepChangedV1)
  async notify(event: EventEnvelope<CaseStepChangedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, step, agency, officer } = event.data;
    const before = await this.dossiers.lock(tx, dossierId);
    const officerName = officer?.name ?? null;
    await this.dossiers.handOver(tx, dossierId, agency, officerName);
    if (step === null) return;
    const agencyName = agency === before.agency ? before.agencyName : null;
    const dossier = { ...before, agency, agencyName, officerName };
    const data = { stepName: step.name, dueAt: dossier.dueAt?.toString() ?? null };
    if (officer)
      await this.officer.notify(tx, event, dossier, { kind: 'task.assigned', subject: officer.subject, data });
    if (isHandedOver(before, { agency, officerName }))
      await this.applicant.notify(tx, { event, dossier, kind: 'dossier.handed-over', data });
  }
}
