import { Controller } from '@nestjs/common';
import { DossierAgencyMovedV1 } from '@motcua/contracts';
import { Commands, type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { applyToAccount } from '../settlement/account-of-event.js';
import { MOVE_ACCOUNT } from './move-account.js';

@Controller()
export class MoveAccountWhenDossierMoved {
  constructor(private readonly commands: Commands) {}

  @On(DossierAgencyMovedV1)
  move({ data }: EventEnvelope<DossierAgencyMovedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, from, to, movedAt } = data;
    return applyToAccount(this.commands, tx, MOVE_ACCOUNT, { dossierId, from, to, at: Temporal.Instant.from(movedAt) });
  }
}
