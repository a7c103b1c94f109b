import { assertSettlesDifference, type DifferenceAct, postDifferenceSettled } from './settle-difference.js';

const day = (difference: number | null, status: 'open' | 'counted' | 'closed' = 'closed') => ({
  ...{ status, cashier: 'lan', difference },
});
const settling = (act: DifferenceAct, amount: number, settled = 0, by = 'leader') => ({ act, amount, settled, by });
const refusal = (code: string, evidence: object = {}) => expect.objectContaining({ code, evidence });

describe("the difference of a cashier's day", () => {
  it.each([
    ['what is missing is made good, in parts too', day(-5_000), settling('madeGood', 2_000, 3_000)],
    ['what is missing is written off', day(-5_000), settling('writtenOff', 5_000)],
    ['what is too much goes to the treasury', day(5_000), settling('toTreasury', 5_000)],
  ])('is settled: %s', (_, counted, act) => {
    expect(() => assertSettlesDifference(counted, act)).not.toThrow();
  });

  it.each([
    ['more than is left of it', day(-5_000), settling('madeGood', 2_001, 3_000), 2_000],
    ['a surplus as what is missing', day(5_000), settling('writtenOff', 1), 0],
    ['a shortage as what is too much', day(-5_000), settling('toTreasury', 1), 0],
    ['nothing that differed', day(0), settling('madeGood', 1), 0],
    ['what nobody has confirmed yet', day(-5_000, 'counted'), settling('madeGood', 5_000), 0],
    ['what nobody has counted', day(null, 'open'), settling('madeGood', 1), 0],
    ['what nobody has counted, as too much', day(null, 'open'), settling('toTreasury', 1), 0],
    ['what was closed without a count', day(null), settling('toTreasury', 1), 0],
  ])('is not settled: %s', (_, counted, act, left) => {
    expect(() => assertSettlesDifference(counted, act)).toThrow(
      refusal('PAYMENT.NO_DIFFERENCE', { act: act.act, left, wanted: act.amount }),
    );
  });

  it('is not settled by whose drawer it was', () => {
    expect(() => assertSettlesDifference(day(-5_000), settling('writtenOff', 5_000, 0, 'lan'))).toThrow(
      refusal('PAYMENT.SAME_PERSON'),
    );
  });

  it('goes from who owes it to where it is paid in, from the books, or to the agency for the state budget', () => {
    const owner = { agency: 'H48.12', cashier: 'lan' };
    expect([
      postDifferenceSettled(owner, 'madeGood', 3_000),
      postDifferenceSettled(owner, 'writtenOff', 2_000),
      postDifferenceSettled(owner, 'toTreasury', 1_000),
    ]).toEqual([
      [{ debit: 'bank', credit: 'cashShort/H48.12/lan', amount: 3_000 }],
      [{ debit: 'writtenOff/H48.12', credit: 'cashShort/H48.12/lan', amount: 2_000 }],
      [{ debit: 'cashOver/H48.12/lan', credit: 'kept/H48.12', amount: 1_000 }],
    ]);
  });
});
