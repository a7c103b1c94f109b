import { Controller } from '@nestjs/common';
import { DossierAgencyMovedV1 } from '@motcua/contracts';
import { Refusal } from '@motcua/kernel';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { MOVE_AGENCY } from './move-agency.js';

/** The case goes where its dossier goes; a dossier that was not accepted yet has none. */
@Controller()
export class MoveAgencyWhenDossierMoved {
  constructor(private readonly commands: CaseCommands) {}

  @On(DossierAgencyMovedV1)
  async move({ data }: EventEnvelope<DossierAgencyMovedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, from, to, reason } = data;
    try {
      await this.commands.apply(tx, MOVE_AGENCY, { dossierId, from, to, reason });
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'RESOURCE.NOT_FOUND')) throw error;
    }
  }
}
