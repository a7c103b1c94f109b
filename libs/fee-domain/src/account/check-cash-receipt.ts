/** The cash receipt that the accepting officer named against those that the cashier wrote for the dossier. */
type CashReceiptCheck = 'agrees' | 'notRecordedYet' | 'differs';

export function checkCashReceipt(named: string, written: readonly string[]): CashReceiptCheck {
  if (written.includes(named)) return 'agrees';
  return written.length === 0 ? 'notRecordedYet' : 'differs';
}
