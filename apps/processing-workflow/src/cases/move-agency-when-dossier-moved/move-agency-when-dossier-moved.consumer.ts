import { Controller } from '@nestjs/common';
import { DossierAgencyMovedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { applyToCase } from '../../change/apply-to-case.js';
import { CaseCommands } from '../../change/case-commands.js';
import { MOVE_AGENCY } from './move-agency.js';

/** The case goes where its dossier goes. */
@Controller()
export class MoveAgencyWhenDossierMoved {
  constructor(private readonly commands: CaseCommands) {}

  @On(DossierAgencyMovedV1)
  async move({ data }: EventEnvelope<DossierAgencyMovedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, from, to, reason } = data;
    await applyToCase(this.commands, tx, MOVE_AGENCY, { dossierId, from, to, reason });
  }
}
