import { giveBack, receiptedBeyond, receiptedPart } from './give-back.js';

const receipt = (amount: number, refunded = 0, kind: 'phi' | 'lePhi' = 'phi') => ({ kind, amount, refunded });
const line = (kind: 'phi' | 'lePhi', net: number) => ({
  ...{ code: 'X', kind, name: 'X', base: net, net, collectedAt: 'beforeAcceptance' as const, reduction: null },
});

describe('a refund', () => {
  it('cancels what it gives back as a whole, and adjusts what it gives back of in part, the latest first', () => {
    const [one, two] = [receipt(115_000), receipt(50_000)];
    expect(giveBack([one, two], 60_000)).toEqual([
      { receipt: two, amount: 50_000, how: 'cancelled' },
      { receipt: one, amount: 10_000, how: 'adjusted' },
    ]);
    expect(giveBack([one, two], 165_000).map(({ how }) => how)).toEqual(['cancelled', 'cancelled']);
    expect(giveBack([one], 200_000)).toEqual([{ receipt: one, amount: 115_000, how: 'cancelled' }]);
    expect(giveBack([], 1)).toEqual([]);
    expect(giveBack([one], 1)).toEqual([{ receipt: one, amount: 1, how: 'adjusted' }]);
  });

  it('adjusts to the end what was adjusted before', () => {
    const adjusted = receipt(115_000, 100_000);
    expect(giveBack([adjusted], 15_000)).toEqual([{ receipt: adjusted, amount: 15_000, how: 'adjusted' }]);
    expect(giveBack([receipt(115_000, 115_000)], 1)).toEqual([]);
  });

  it('of a correction adjusts the receipt of the kind of which too much was receipted', () => {
    const [charge, fee] = [receipt(20_000, 0, 'lePhi'), receipt(115_000)];
    const now = { lines: [line('phi', 115_000), line('lePhi', 5_000)], paid: ['beforeAcceptance' as const] };
    const beyond = receiptedBeyond([charge, fee], now);
    expect(beyond).toEqual({ phi: 0, lePhi: 15_000 });
    expect(giveBack([charge, fee], 15_000, beyond)).toEqual([{ receipt: charge, amount: 15_000, how: 'adjusted' }]);
    // What no kind explains is taken of the latest.
    expect(giveBack([charge, fee], 16_000, beyond)).toEqual([
      { receipt: charge, amount: 15_000, how: 'adjusted' },
      { receipt: fee, amount: 1_000, how: 'adjusted' },
    ]);
    // Of a receipt of which a part went already there is only the rest.
    const most = { phi: 0, lePhi: 15_000 };
    expect(giveBack([charge], 30_000, most)).toEqual([{ receipt: charge, amount: 20_000, how: 'cancelled' }]);
    const unpaid = { lines: [line('phi', 300_000)], paid: [] };
    expect(receiptedBeyond([receipt(100_000, 40_000)], unpaid)).toEqual({ phi: 60_000, lePhi: 0 });
  });

  it('gives back of receipts nothing that came beyond what was owed, and first what had settled nothing', () => {
    const listed = (id: string, amount: number, reason: string, status: 'listed' | 'kept' | 'refunded' = 'listed') => ({
      ...{ id, amount, reason, status },
    });
    const held = [receipt(115_000)];
    const twice = listed('1', 115_000, 'paidTwice');
    expect(receiptedPart(twice, [twice], held)).toBe(0);
    const corrected = listed('2', 15_000, 'corrected');
    const ended = listed('3', 110_000, 'withdrawn');
    // 10,000 of it had settled nothing.
    expect(receiptedPart(ended, [twice, corrected, ended], held)).toBe(100_000);
    expect(receiptedPart(corrected, [twice, corrected, ended], held)).toBe(15_000);
    // What is kept of a double payment holds on to no receipt.
    const kept = listed('4', 20_000, 'tooMuch', 'kept');
    const all = listed('5', 115_000, 'withdrawn');
    expect(receiptedPart(all, [kept, all], held)).toBe(115_000);
    const rest = listed('6', 15_000, 'withdrawn', 'kept');
    expect(receiptedPart(listed('7', 100_000, 'withdrawn'), [rest], held)).toBe(100_000);
    const whole = listed('8', 115_000, 'withdrawn', 'kept');
    expect(receiptedPart(listed('9', 10_000, 'withdrawn'), [whole, rest], held)).toBe(0);
  });
});
