import { Controller } from '@nestjs/common';
import { DossierReturnedV1, DossierReturnUndoneV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { applyToCase } from '../../change/apply-to-case.js';
import { CaseCommands } from '../../change/case-commands.js';
import { RECORD_RETURN, UNDO_RETURN } from './record-return.js';

/** The return is intake's; the tracking book says when and how it was. */
@Controller()
export class RecordReturnWhenDossierReturned {
  constructor(private readonly commands: CaseCommands) {}

  @On(DossierReturnedV1)
  async record({ data }: EventEnvelope<DossierReturnedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, returnedAt, method } = data;
    const command = { dossierId, returnedAt: Temporal.Instant.from(returnedAt), method };
    await applyToCase(this.commands, tx, RECORD_RETURN, command);
  }

  @On(DossierReturnUndoneV1)
  async undo(
    { data: { dossierId, reason } }: EventEnvelope<DossierReturnUndoneV1>,
    { tx }: EventContext,
  ): Promise<void> {
    await applyToCase(this.commands, tx, UNDO_RETURN, { dossierId, reason });
  }
}
