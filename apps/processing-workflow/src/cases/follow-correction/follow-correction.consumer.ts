import { Controller } from '@nestjs/common';
import { DossierCorrectedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { applyToCase } from '../../change/apply-to-case.js';
import { CaseCommands } from '../../change/case-commands.js';
import { FOLLOW_CORRECTION } from './follow-correction.js';

/**
 * The case follows what intake has corrected: whose it is, who else has a part in it, and its variant. No term moves with it (R14), and what was
 * corrected before the acceptance came with that.
 */
@Controller()
export class FollowCorrection {
  constructor(private readonly commands: CaseCommands) {}

  @On(DossierCorrectedV1)
  async follow({ data }: EventEnvelope<DossierCorrectedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, applicantRef, parties, variant } = data;
    await applyToCase(this.commands, tx, FOLLOW_CORRECTION, { dossierId, applicantRef, parties, variant });
  }
}
