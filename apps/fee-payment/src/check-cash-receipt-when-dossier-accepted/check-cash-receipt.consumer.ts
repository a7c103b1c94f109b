import { Controller, Inject } from '@nestjs/common';
import { DossierAcceptedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { saveAccount } from '../persistence/accounts.js';
import { knownAccount } from '../persistence/known-account.js';
import { CrossCheckCashReceipt } from '../settlement/cross-check-cash-receipt.js';

@Controller()
export class CheckCashReceiptWhenDossierAccepted {
  constructor(@Inject(CrossCheckCashReceipt) private readonly crossCheck: CrossCheckCashReceipt) {}

  @On(DossierAcceptedV1)
  async check({ data, time }: EventEnvelope<DossierAcceptedV1>, { tx }: EventContext): Promise<void> {
    if (data.cashReceiptNumber === null) return;
    const account = { ...(await knownAccount(tx, data.dossierId)), namedCashReceipt: data.cashReceiptNumber };
    await saveAccount(tx, account);
    await this.crossCheck.execute(tx, account, time);
  }
}
