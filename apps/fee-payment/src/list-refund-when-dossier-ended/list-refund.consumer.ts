import { Controller } from '@nestjs/common';
import { CaseStoppedV1, CaseWithdrawnV1, DossierRefusedV1, DossierWithdrawnV1 } from '@motcua/contracts';
import type { AccountEnd } from '@motcua/fee-domain';
import { newId } from '@motcua/kernel';
import { Commands, type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { applyToAccount } from '../settlement/account-of-event.js';
import { END_ACCOUNT } from './end-account.js';

type Ending = EventEnvelope<{ readonly dossierId: string }>;

@Controller()
export class ListRefundWhenDossierEnded {
  constructor(private readonly commands: Commands) {}

  @On(DossierRefusedV1)
  refused(event: EventEnvelope<DossierRefusedV1>, context: EventContext): Promise<void> {
    return this.end(event, context, 'refused');
  }

  @On(DossierWithdrawnV1)
  withdrawn(event: EventEnvelope<DossierWithdrawnV1>, context: EventContext): Promise<void> {
    return this.end(event, context, 'withdrawn');
  }

  @On(CaseStoppedV1)
  stopped(event: EventEnvelope<CaseStoppedV1>, context: EventContext): Promise<void> {
    return this.end(event, context, 'stopped');
  }

  @On(CaseWithdrawnV1)
  withdrawnByCase(event: EventEnvelope<CaseWithdrawnV1>, context: EventContext): Promise<void> {
    return this.end(event, context, 'withdrawn');
  }

  private end({ data: { dossierId }, time: at }: Ending, { tx }: EventContext, ended: AccountEnd): Promise<void> {
    return applyToAccount(this.commands, tx, END_ACCOUNT, { dossierId, ended, at, newId });
  }
}
