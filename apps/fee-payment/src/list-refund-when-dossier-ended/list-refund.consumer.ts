import { Controller } from '@nestjs/common';
import { CaseStoppedV1, CaseWithdrawnV1, DossierRefusedV1, DossierWithdrawnV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { endAccount } from './end-account.js';

@Controller()
export class ListRefundWhenDossierEnded {
  @On(DossierRefusedV1)
  refused({ data, time }: EventEnvelope<DossierRefusedV1>, { tx }: EventContext): Promise<void> {
    return endAccount(tx, data.dossierId, 'refused', time);
  }

  @On(DossierWithdrawnV1)
  withdrawn({ data, time }: EventEnvelope<DossierWithdrawnV1>, { tx }: EventContext): Promise<void> {
    return endAccount(tx, data.dossierId, 'withdrawn', time);
  }

  @On(CaseStoppedV1)
  stopped({ data, time }: EventEnvelope<CaseStoppedV1>, { tx }: EventContext): Promise<void> {
    return endAccount(tx, data.dossierId, 'stopped', time);
  }

  @On(CaseWithdrawnV1)
  withdrawnByCase({ data, time }: EventEnvelope<CaseWithdrawnV1>, { tx }: EventContext): Promise<void> {
    return endAccount(tx, data.dossierId, 'withdrawn', time);
  }
}
