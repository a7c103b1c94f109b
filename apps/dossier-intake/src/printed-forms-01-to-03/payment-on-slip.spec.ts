import type { DossierRow } from '../persistence/dossier-row.js';
import { paymentOnSlip } from './payment-on-slip.js';

const fee = (net: number) => ({ net }) as DossierRow['feeLines'][number];
const owing = (change: object) => ({
  ...{
    feeLines: [fee(115_000), fee(50_000)],
    unpaidBeforeAcceptance: 0,
    unpaidBeforeReturn: 0,
    cashReceiptNumber: null,
  },
  ...change,
});

describe('what form 01 says of the fee (R15)', () => {
  it('is that nothing is to be paid, also where a policy takes it all away', () => {
    const none = { total: 0, paid: 0, owed: 0, receipts: [], unrecorded: null };
    expect([paymentOnSlip(owing({ feeLines: [] }), []), paymentOnSlip(owing({ feeLines: [fee(0)] }), [])]).toEqual([
      none,
      none,
    ]);
  });

  it('is what was paid, by which receipt, and what is due before the result is handed out (R16)', () => {
    expect(paymentOnSlip(owing({ unpaidBeforeReturn: 50_000 }), ['AA-26E-0000007'])).toEqual({
      ...{ total: 165_000, paid: 115_000, owed: 50_000, receipts: ['AA-26E-0000007'], unrecorded: null },
    });
    expect(paymentOnSlip(owing({ unpaidBeforeReturn: 165_000 }), [])).toMatchObject({ paid: 0, owed: 165_000 });
  });

  it('is not that a receipt settles it which was only shown at the counter', () => {
    const shown = owing({ unpaidBeforeAcceptance: 115_000, unpaidBeforeReturn: 50_000, cashReceiptNumber: '0000123' });
    expect(paymentOnSlip(shown, [])).toEqual({
      ...{ total: 165_000, paid: 0, owed: 50_000, receipts: [] },
      unrecorded: { number: '0000123', amount: 115_000 },
    });
  });
});
