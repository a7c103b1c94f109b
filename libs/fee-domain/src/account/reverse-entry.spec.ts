import { assertReversible, decideReversal, type EnteredMoney, settlementsUndone } from './reverse-entry.js';

const cash: EnteredMoney = { method: 'counter', byOfficer: true, isReversed: false, isSaidAnew: false, refunds: [] };
const living = { ended: null, hasListed: false };
const at = (hour: number): Temporal.Instant => Temporal.Instant.from(`2026-11-24T0${hour}:00:00Z`);

describe('a mistake of the counter', () => {
  it.each(['wrongOrder', 'mistypedNumber', 'cashGivenBack'] as const)(
    'may be undone where an officer entered it: %s',
    (reason) => {
      expect(() => assertReversible(cash, living, reason)).not.toThrow();
    },
  );

  it.each([
    ['was undone already', { isReversed: true }, living, 'reversedAlready'],
    ['more was entered of under its number since', { isSaidAnew: true }, living, 'saidAnew'],
    ['a machine told of', { byOfficer: false }, living, 'notEnteredByOfficer'],
    ['is on the bank account and was not given back as cash', { method: 'transfer' }, living, 'notCash'],
    ['is approved to be paid back', { refunds: ['approved'] }, living, 'refundGoesOn'],
    ['was paid back', { refunds: ['listed', 'refunded'] }, living, 'refundGoesOn'],
    ['stands under what a correction listed', {}, { ...living, hasListed: true }, 'refundGoesOn'],
  ] as const)('is not what %s', (_, change, account, because) => {
    expect(() => assertReversible({ ...cash, ...change }, account, 'cashGivenBack')).toThrow(
      expect.objectContaining({ code: 'PAYMENT.NOT_REVERSIBLE', evidence: { because } }),
    );
  });

  it('is not undone once the dossier has ended: what it paid is listed for refund', () => {
    expect(() => assertReversible(cash, { ...living, ended: 'withdrawn' }, 'wrongOrder')).toThrow(
      expect.objectContaining({ code: 'PAYMENT.DOSSIER_ENDED', evidence: { ended: 'withdrawn' } }),
    );
  });

  it('may still be undone while its surplus is only listed or proposed', () => {
    const surplus = { ...cash, refunds: ['listed', 'proposed'] as const };
    expect(() => assertReversible(surplus, living, 'wrongOrder')).not.toThrow();
  });

  it('is decided once, by another person than who proposed it and who took the money', () => {
    const proposed = { status: 'proposed', proposedBy: 'lan' } as const;
    const asked = { approved: true, by: 'minh', collectedBy: 'hoa' };
    expect(decideReversal(proposed, asked)).toBe('done');
    expect(decideReversal(proposed, { ...asked, approved: false })).toBe('turnedDown');
    for (const by of ['lan', 'hoa'])
      expect(() => decideReversal(proposed, { ...asked, by })).toThrow(
        expect.objectContaining({ code: 'PAYMENT.SAME_PERSON' }),
      );
    expect(() => decideReversal({ ...proposed, status: 'done' }, asked)).toThrow(
      expect.objectContaining({ code: 'PAYMENT.REVERSAL_DECIDED' }),
    );
  });
});

describe('what was settled with money that goes', () => {
  const first = { orderId: 'A', settles: ['beforeAcceptance'], amount: 100, at: at(1) } as const;
  const second = { orderId: 'B', settles: ['onDemand'], amount: 40, at: at(2) } as const;
  const third = { orderId: 'A', settles: ['beforeReturn'], amount: 60, at: at(3) } as const;
  const gone = { orderId: 'A', amount: 60, unallocated: 0, demandedAt: null };

  it.each([
    ['nothing, where what is here and settles nothing is enough', { unallocated: 60 }, []],
    ['the latest of its order', {}, [third]],
    ['all of its order, where one is not enough', { amount: 160 }, [third, first]],
    ['another order’s, where what it brought settled that', { orderId: 'B', amount: 41 }, [second, third]],
    ['as much as what is here leaves open', { amount: 70, unallocated: 10 }, [third]],
  ] as const)('does not hold: %s', (_, change, undone) => {
    expect(settlementsUndone([first, second, third], { ...gone, ...change })).toEqual(undone);
  });

  it('stays, and the reversal is refused, where a later demand has taken the place of what it paid', () => {
    const ofB = { orderId: 'B', amount: 40, unallocated: 0 };
    expect(settlementsUndone([second], { ...ofB, demandedAt: at(2) })).toEqual([second]);
    expect(() => settlementsUndone([second], { ...ofB, demandedAt: at(3) })).toThrow(
      expect.objectContaining({ code: 'PAYMENT.NOT_REVERSIBLE', evidence: { because: 'laterDemand' } }),
    );
  });

  it('is never more than there is', () => {
    expect(() => settlementsUndone([first], { ...gone, amount: 101 })).toThrow(
      expect.objectContaining({ evidence: { because: 'notHere' } }),
    );
  });
});
