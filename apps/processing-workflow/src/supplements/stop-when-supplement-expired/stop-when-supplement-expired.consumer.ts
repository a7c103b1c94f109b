import { Controller } from '@nestjs/common';
import { DossierSupplementExpiredV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { EXPIRE_SUPPLEMENT } from './stop-on-expiry.js';

/** Intake, which records the answers, says that none came in time: the case stops with form 05 (R9). */
@Controller()
export class StopWhenSupplementExpired {
  constructor(private readonly commands: CaseCommands) {}

  @On(DossierSupplementExpiredV1)
  async stop({ data }: EventEnvelope<DossierSupplementExpiredV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, number, deadlineAt } = data;
    const command = { dossierId, number, deadlineAt: Temporal.Instant.from(deadlineAt) };
    await this.commands.apply(tx, EXPIRE_SUPPLEMENT, command);
  }
}
