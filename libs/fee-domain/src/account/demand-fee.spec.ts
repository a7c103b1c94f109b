import { byKind, receiptsOf } from '../order/receipts.js';
import { dueNothingMore, stillOwed } from '../order/settled.js';
import { demandFee } from './demand-fee.js';
import { linesAfterCorrection } from './lines-after-correction.js';
import { placeOrder } from './place-order.js';

const line = (code: string, net: number, collectedAt: 'beforeAcceptance' | 'onDemand' | 'beforeReturn') => ({
  code,
  kind: 'phi' as const,
  name: code,
  base: net,
  net,
  collectedAt,
  reduction: null,
});

describe('a fee that arises after the submission', () => {
  const assessed = [line('A', 100, 'beforeAcceptance'), line('B', 50, 'beforeReturn')];
  const paid = { lines: assessed, paid: ['beforeAcceptance'] as const, ended: null, unallocated: 0 };

  it('is owed beside what was assessed, and is due before what is due at the return (R16)', () => {
    const account = { ...paid, ...demandFee(paid, [line('C', 30, 'onDemand')]) };
    expect(account.total).toBe(180);
    expect(stillOwed(account.lines, account.paid)).toEqual({ beforeAcceptance: 0, onDemand: 30, beforeReturn: 50 });
    expect(placeOrder(account)).toEqual({ amount: 30, collects: ['onDemand'] });
    expect(dueNothingMore(account.lines, [...account.paid, 'onDemand'])).toEqual({
      beforeAcceptance: true,
      onDemand: true,
      beforeReturn: false,
    });
  });

  it('is paid by itself where an earlier one was paid, and is receipted by itself', () => {
    const first = demandFee(paid, [line('C', 30, 'onDemand')]);
    const second = demandFee({ ...paid, ...first, paid: [...first.paid, 'onDemand'] }, [line('D', 7, 'onDemand')]);
    expect(stillOwed(second.lines, second.paid).onDemand).toBe(7);
    expect(receiptsOf(second.lines, ['onDemand'])).toMatchObject([{ amount: 7 }]);
    expect(second.total).toBe(187);
    expect(byKind(second.lines.filter(({ settled }) => settled))).toMatchObject([{ amount: 30 }]);
  });

  it('is owed together with an earlier one that is unpaid', () => {
    const first = demandFee(paid, [line('C', 30, 'onDemand')]);
    const second = demandFee({ ...paid, ...first }, [line('D', 7, 'onDemand')]);
    expect(stillOwed(second.lines, second.paid).onDemand).toBe(37);
  });

  it('is owed once, whether a correction that comes by another topic knows of it or not', () => {
    const corrected = [line('A', 80, 'beforeAcceptance'), line('B', 50, 'beforeReturn')];
    const [demanded, again] = [line('C', 30, 'onDemand'), line('D', 7, 'onDemand')];
    const withDemand = { ...paid, ...demandFee(paid, [demanded]) };
    const owed = [...corrected, demanded];
    expect(linesAfterCorrection(withDemand, corrected)).toEqual(owed);
    expect(linesAfterCorrection(withDemand, owed)).toEqual(owed);
    expect(demandFee({ ...paid, lines: linesAfterCorrection(paid, owed) }, [demanded]).lines).toEqual(owed);
    // What an earlier demand has collected stays settled.
    const twice = { ...withDemand, ...demandFee({ ...withDemand, paid: ['beforeAcceptance', 'onDemand'] }, [again]) };
    const afterwards = linesAfterCorrection(twice, [...corrected, demanded, again]);
    expect(stillOwed(afterwards, twice.paid).onDemand).toBe(7);
  });
});
