import { receiptUnconfirmed } from '../index.js';
import { at, calendar } from '../testing.fixture.js';

const named = {
  cashReceiptNumber: 'BL-BIA',
  owed: 230_000,
  acceptedAt: at('2026-11-27T14:00:00'),
  toldAt: null,
  calendar,
  now: at('2026-11-30T14:00:00'),
};

describe('a receipt that was named at the acceptance (R16)', () => {
  it('is asked for once a working day has passed: of a Friday afternoon on Monday afternoon', () => {
    expect(receiptUnconfirmed({ ...named, now: at('2026-11-30T13:59:59') })).toBe(false);
    expect(receiptUnconfirmed(named)).toBe(true);
    expect(receiptUnconfirmed({ ...named, owed: 1 })).toBe(true);
  });

  it('is asked for once, and not where it is recorded, or none was named', () => {
    const not = [{ toldAt: at('2026-11-30T15:00:00') }, { owed: 0 }, { cashReceiptNumber: null }, { acceptedAt: null }];
    expect(not.map((change) => receiptUnconfirmed({ ...named, ...change }))).toEqual([false, false, false, false]);
  });
});
