import { assertMoves, closeByCount, confirmCount } from './cash-day.js';
import { countCash } from './count-cash.js';
import { postDifference, postVoucher } from './post-cash-day.js';

const refusal = (code: string, evidence: object = {}) => expect.objectContaining({ code, evidence });
const open = { status: 'open', cashier: 'lan' } as const;
const owner = { agency: 'H48.12', cashier: 'lan' };

describe('a drawer is counted', () => {
  it('by notes and coins, the largest first, or as a sum', () => {
    const piles = [
      { denomination: 20_000, pieces: 2 },
      { denomination: 500_000, pieces: 1 },
      { denomination: 1_000, pieces: 0 },
    ] as const;
    expect(countCash({ piles })).toEqual({ sum: 540_000, piles: [piles[1], piles[0]] });
    expect(countCash({ piles, sum: 540_000 })).toEqual(countCash({ piles }));
    expect(countCash({ sum: 540_000 })).toEqual({ sum: 540_000, piles: null });
    expect(countCash({ piles: [] })).toEqual({ sum: 0, piles: [] });
  });

  it('with each note and coin in circulation', () => {
    const each = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200];
    expect(countCash({ piles: each.map((denomination) => ({ denomination, pieces: 1 })) }).sum).toBe(888_700);
  });

  it.each([
    ['nothing is said', {}, { because: 'nothingCounted' }],
    [
      'the sum is another than that of the notes',
      { sum: 5_000, piles: [{ denomination: 2_000, pieces: 2 }] },
      { because: 'sumDiffers', sum: 5_000, counted: 4_000 },
    ],
    [
      'one kind of note is named twice',
      {
        piles: [
          { denomination: 2_000, pieces: 2 },
          { denomination: 2_000, pieces: 3 },
        ],
      },
      { because: 'twice' },
    ],
    [
      'there is no such note',
      { piles: [{ denomination: 3_000, pieces: 1 }] },
      { because: 'unknownNote', denomination: 3_000 },
    ],
  ] as const)('and is not where %s', (_, counted, evidence) => {
    expect(() => countCash(counted)).toThrow(refusal('PAYMENT.COUNT_INVALID', evidence));
  });
});

describe("a cashier's day", () => {
  it('is closed by the count where that is what the books say', () => {
    expect(closeByCount(open, { counted: 300_000, holds: 300_000, by: 'lan' })).toEqual({
      status: 'closed',
      difference: 0,
    });
  });

  it.each([
    ['less', 299_999, -1],
    ['more', 300_001, 1],
  ])('waits for a second person where %s was counted, and may be counted again', (_, counted, difference) => {
    const waiting = { status: 'counted', difference } as const;
    expect(closeByCount(open, { counted, holds: 300_000, by: 'lan' })).toEqual(waiting);
    expect(closeByCount({ ...open, status: 'counted' }, { counted, holds: 300_000, by: 'lan' })).toEqual(waiting);
  });

  it('is confirmed or sent back by another person than the cashier, once it is counted', () => {
    const counted = { ...open, status: 'counted' } as const;
    expect(confirmCount(counted, { confirmed: true, by: 'minh' })).toBe('closed');
    expect(confirmCount(counted, { confirmed: false, by: 'minh' })).toBe('open');
    expect(() => confirmCount(counted, { confirmed: true, by: 'lan' })).toThrow(refusal('PAYMENT.SAME_PERSON'));
    for (const status of ['open', 'closed'] as const)
      expect(() => confirmCount({ ...open, status }, { confirmed: true, by: 'minh' })).toThrow(
        refusal('PAYMENT.CASH_DAY_NOT_COUNTED', { cashDayStatus: status }),
      );
  });

  it('is counted by nobody but the cashier, and not again once it is closed', () => {
    const count = { counted: 1, holds: 1, by: 'hoa' };
    expect(() => closeByCount(open, count)).toThrow(refusal('PAYMENT.DRAWER_OF_ANOTHER'));
    expect(() => closeByCount({ ...open, status: 'closed' }, { ...count, by: 'lan' })).toThrow(
      refusal('PAYMENT.CASH_DAY_CLOSED'),
    );
  });

  it('lets cash come and go while it is open, and no more go than is there', () => {
    expect(() => assertMoves(open, 0)).not.toThrow();
    expect(() => assertMoves(open, 100, 100)).not.toThrow();
    expect(() => assertMoves(open, 100, 101)).toThrow(refusal('PAYMENT.DRAWER_TOO_LOW', { holds: 100, wanted: 101 }));
    expect(() => assertMoves({ status: 'counted' }, 100)).toThrow(refusal('PAYMENT.CASH_DAY_COUNTED'));
    expect(() => assertMoves({ status: 'closed' }, 100)).toThrow(refusal('PAYMENT.CASH_DAY_CLOSED'));
  });
});

describe('in the ledger', () => {
  it('what is missing is owed by the cashier, and what is too much stands for itself', () => {
    expect(postDifference(owner, -5_000)).toEqual([
      { debit: 'cashShort/H48.12/lan', credit: 'drawer/H48.12/lan', amount: 5_000 },
    ]);
    expect(postDifference(owner, 5_000)).toEqual([
      { debit: 'drawer/H48.12/lan', credit: 'cashOver/H48.12/lan', amount: 5_000 },
    ]);
    expect([-1, 0, 1].map((difference) => postDifference(owner, difference).map(({ amount }) => amount))).toEqual([
      ...[[1], [], [1]],
    ]);
  });

  it('a deposit brings cash from the drawer to the account at the treasury', () => {
    expect(postVoucher(owner, 'deposited', 300_000)).toEqual([
      { debit: 'bank', credit: 'drawer/H48.12/lan', amount: 300_000 },
    ]);
  });

  it('change is the agency’s, until it goes back', () => {
    expect(postVoucher(owner, 'advanced', 500_000)).toEqual([
      { debit: 'drawer/H48.12/lan', credit: 'advanced/H48.12/lan', amount: 500_000 },
    ]);
    expect(postVoucher(owner, 'returned', 500_000)).toEqual([
      { debit: 'advanced/H48.12/lan', credit: 'drawer/H48.12/lan', amount: 500_000 },
    ]);
  });
});
