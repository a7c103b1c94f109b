import { sumOf } from '@motcua/fee-domain';
import type { DossierRow } from '../persistence/dossier-row.js';
import type { AppointmentSlip } from './form-facts.js';

type Owing = Pick<DossierRow, 'feeLines' | 'unpaidBeforeAcceptance' | 'unpaidBeforeReturn' | 'cashReceiptNumber'>;

/** Whether and by which receipt was paid what the dossier owes, and what is still to be paid. @rule R15 R16 */
export function paymentOnSlip(
  { feeLines, unpaidBeforeAcceptance, unpaidBeforeReturn, cashReceiptNumber }: Owing,
  receipts: readonly string[],
): AppointmentSlip['payment'] {
  const total = sumOf(feeLines);
  // A receipt was shown at the counter that no cashier has recorded yet.
  const shown = unpaidBeforeAcceptance > 0 ? cashReceiptNumber : null;
  const owed = unpaidBeforeReturn + (shown === null ? unpaidBeforeAcceptance : 0);
  const unrecorded = shown === null ? null : { number: shown, amount: unpaidBeforeAcceptance };
  return {
    total,
    paid: total - unpaidBeforeAcceptance - unpaidBeforeReturn,
    owed,
    receipts: [...receipts],
    unrecorded,
  };
}
