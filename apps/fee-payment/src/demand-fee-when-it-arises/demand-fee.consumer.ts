import { Controller } from '@nestjs/common';
import { CaseFeeDemandedV1, DossierFeeDemandedV1 } from '@motcua/contracts';
import { newId } from '@motcua/kernel';
import { Commands, type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { applyToAccount } from '../settlement/account-of-event.js';
import { DEMAND_FEE } from './demand-fee.js';

/** The one-stop before the acceptance, the case after it, finds that more is owed (R16). */
@Controller()
export class DemandFeeWhenItArises {
  constructor(private readonly commands: Commands) {}

  @On(DossierFeeDemandedV1)
  ofDossier({ data }: EventEnvelope<DossierFeeDemandedV1>, { tx }: EventContext): Promise<void> {
    return this.demand(data, { tx });
  }

  @On(CaseFeeDemandedV1)
  ofCase({ data }: EventEnvelope<CaseFeeDemandedV1>, { tx }: EventContext): Promise<void> {
    return this.demand(data, { tx });
  }

  private demand({ dossierId, demand }: CaseFeeDemandedV1, { tx }: Pick<EventContext, 'tx'>): Promise<void> {
    const { lines, demandedAt } = demand;
    return applyToAccount(this.commands, tx, DEMAND_FEE, {
      dossierId,
      lines,
      at: Temporal.Instant.from(demandedAt),
      newId,
    });
  }
}
