import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { CaseStepChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { Dossiers } from '../keep-dossiers/dossiers.js';
import { TellApplicant } from '../tell-applicant/tell-applicant.js';
import { TellOfficer } from '../tell-officer/tell-officer.js';
import { isHandedOver } from './is-handed-over.js';

/** Which agency and officer holds the dossier now (R19), to the applicant and to that officer. */
@Controller()
export class TellWhoHolds {
  constructor(
    @Inject(Dossiers) private readonly dossiers: Dossiers,
    @Inject(TellApplicant) private readonly applicant: TellApplicant,
    @Inject(TellOfficer) private readonly officer: TellOfficer,
  ) {}

  @On(CaseStepChangedV1)
  async tell(@Payload() event: EventEnvelope<CaseStepChangedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    const { dossierId, step, agency, officer } = event.data;
    const before = await this.dossiers.lock(tx, dossierId);
    const officerName = officer?.name ?? null;
    await this.dossiers.handOver(tx, dossierId, agency, officerName);
    if (step === null) return;
    const agencyName = agency === before.agency ? before.agencyName : null;
    const dossier = { ...before, agency, agencyName, officerName };
    const data = { stepName: step.name, dueAt: dossier.dueAt?.toString() ?? null };
    if (officer) await this.officer.tell(tx, event, dossier, { kind: 'task.assigned', subject: officer.subject, data });
    if (isHandedOver(before, { agency, officerName }))
      await this.applicant.tell(tx, { event, dossier, kind: 'dossier.handed-over', data });
  }
}
