import { Controller } from '@nestjs/common';
import { DossierSupplementCompletedV1, DossierSupplementPartGivenV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { COMPLETE_SUPPLEMENT } from './complete-supplement.js';
import { NOTE_PART } from './note-part.js';

/** The applicant answered a request of the case: the case goes on, or says why it cannot. */
@Controller()
export class GoOnWhenSupplementCompleted {
  constructor(private readonly commands: CaseCommands) {}

  @On(DossierSupplementCompletedV1)
  async goOn({ data }: EventEnvelope<DossierSupplementCompletedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, number, completedAt, afterAcceptance } = data;
    if (!afterAcceptance) return;
    const command = { dossierId, number, completedAt: Temporal.Instant.from(completedAt) };
    await this.commands.apply(tx, COMPLETE_SUPPLEMENT, command);
  }

  @On(DossierSupplementPartGivenV1)
  async notePart({ data }: EventEnvelope<DossierSupplementPartGivenV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, number, givenAt, afterAcceptance, items } = data;
    if (!afterAcceptance) return;
    const part = { at: Temporal.Instant.from(givenAt).toString(), items };
    await this.commands.apply(tx, NOTE_PART, { dossierId, number, part });
  }
}
