import { Controller } from '@nestjs/common';
import { DossierWithdrawalRequestedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { WITHDRAW_CASE } from './withdraw-case.js';

/** After acceptance the case alone decides whether a dossier may still be withdrawn. */
@Controller()
export class DecideWithdrawalWhenRequested {
  constructor(private readonly commands: CaseCommands) {}

  @On(DossierWithdrawalRequestedV1)
  async decide({ data }: EventEnvelope<DossierWithdrawalRequestedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, reason } = data;
    await this.commands.apply(tx, WITHDRAW_CASE, { dossierId, reason });
  }
}
