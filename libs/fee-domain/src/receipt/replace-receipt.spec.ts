import { assertReplaceable } from './replace-receipt.js';

const AT = Temporal.Instant.from('2026-11-24T02:00:00Z');

describe('the replacement of a receipt', () => {
  it('stands in the place of one that holds in full', () => {
    expect(() => assertReplaceable({ voidedAt: null, refunded: 0, adjusts: null })).not.toThrow();
  });

  it.each([
    ['void', { voidedAt: AT, refunded: 0, adjusts: null }],
    ['void', { voidedAt: AT, refunded: 115_000, adjusts: null }],
    ['partlyGivenBack', { voidedAt: null, refunded: 1, adjusts: null }],
    ['adjustsAnother', { voidedAt: null, refunded: 0, adjusts: 'the-adjusted-one' }],
  ])('stands in the place of none that is %s', (because, receipt) => {
    expect(() => assertReplaceable(receipt)).toThrow(
      expect.objectContaining({ code: 'PAYMENT.RECEIPT_NOT_REPLACEABLE', evidence: { because } }),
    );
  });
});
