import { Controller } from '@nestjs/common';
import { DossierCorrectedV1 } from '@motcua/contracts';
import { newId } from '@motcua/kernel';
import { Commands, type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { applyToAccount } from '../settlement/account-of-event.js';
import { ASSESS_ANEW } from './assess-anew.js';

@Controller()
export class AssessAnewWhenDossierCorrected {
  constructor(private readonly commands: Commands) {}

  @On(DossierCorrectedV1)
  async follow({ data, time: at }: EventEnvelope<DossierCorrectedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, feeLines: lines, applicantRef, parties, receivingAgency, competentAgency } = data;
    const command = { dossierId, lines, applicantRef, parties, receivingAgency, competentAgency, at, newId };
    await applyToAccount(this.commands, tx, ASSESS_ANEW, command);
  }
}
