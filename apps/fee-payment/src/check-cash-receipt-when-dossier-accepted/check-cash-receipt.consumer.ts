import { Controller } from '@nestjs/common';
import { DossierAcceptedV1 } from '@motcua/contracts';
import { newId } from '@motcua/kernel';
import { Commands, type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { applyToAccount } from '../settlement/account-of-event.js';
import { NAME_CASH_RECEIPT } from './name-cash-receipt.js';

@Controller()
export class CheckCashReceiptWhenDossierAccepted {
  constructor(private readonly commands: Commands) {}

  @On(DossierAcceptedV1)
  async check({ data, time: at }: EventEnvelope<DossierAcceptedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, cashReceiptNumber: receiptNumber } = data;
    if (receiptNumber === null) return;
    await applyToAccount(this.commands, tx, NAME_CASH_RECEIPT, { dossierId, receiptNumber, at, newId });
  }
}
