import { Refusal } from '@motcua/kernel';
import fc from 'fast-check';
import type { AssessedLine } from '../tariff/assess-at-submission.js';
import type { CollectionTime } from '../tariff/tariff-line.js';
import { type Account, owesAll } from './account.js';
import { checkCashReceipt } from './check-cash-receipt.js';
import { assertCashIsDue } from './collect-by-officer.js';
import { balanceOf, decideRefund, undecided } from './decide-refund.js';
import { placeOrder } from './place-order.js';
import { reconcile } from './reconcile.js';

const line = (net: number, collectedAt: CollectionTime): AssessedLine => ({
  ...{ code: `L${net}`, kind: 'phi', name: 'Phí', base: net, net, collectedAt, reduction: null },
});
const account: Account = {
  lines: [line(115_000, 'beforeAcceptance'), line(20_000, 'beforeReturn')],
  paid: [],
  ended: null,
};

const refusalOf = (work: () => unknown): { code: string; evidence: object } => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, evidence: error.evidence };
    throw error;
  }
  throw new Error('it was not refused');
};

describe('a new order', () => {
  it('is for what is due first', () => {
    expect(placeOrder(account)).toEqual({ amount: 115_000, collects: ['beforeAcceptance'] });
    expect(placeOrder({ ...account, paid: ['beforeAcceptance'] })).toEqual({
      amount: 20_000,
      collects: ['beforeReturn'],
    });
  });

  it('is for what was asked for, less what is paid', () => {
    const both = ['beforeAcceptance', 'beforeReturn'] as const;
    expect(placeOrder(account, both)).toEqual({ amount: 135_000, collects: both });
    expect(placeOrder({ ...account, paid: ['beforeAcceptance'] }, both)).toEqual({
      amount: 20_000,
      collects: ['beforeReturn'],
    });
  });

  it('is refused as paid already where all that was meant is paid', () => {
    const paid = { ...account, paid: ['beforeAcceptance'] as const };
    expect(refusalOf(() => placeOrder(paid, ['beforeAcceptance']))).toEqual({
      code: 'PAYMENT.ALREADY_PAID',
      evidence: { collects: ['beforeAcceptance'] },
    });
    expect(refusalOf(() => placeOrder({ ...account, paid: ['beforeAcceptance', 'beforeReturn'] })).code).toBe(
      'PAYMENT.ALREADY_PAID',
    );
  });

  it('is refused where nothing is owed: 0 đ is never ordered', () => {
    expect(refusalOf(() => placeOrder({ ...account, lines: [] })).code).toBe('PAYMENT.NOTHING_OWED');
    expect(refusalOf(() => placeOrder({ ...account, lines: [line(0, 'beforeAcceptance')] })).code).toBe(
      'PAYMENT.NOTHING_OWED',
    );
    expect(
      refusalOf(() => placeOrder({ ...account, lines: [line(5, 'beforeReturn')] }, ['beforeAcceptance'])).code,
    ).toBe('PAYMENT.NOTHING_OWED');
  });

  it('is for one đồng, where that is owed', () => {
    const one = { ...account, lines: [line(1, 'beforeAcceptance')] };
    expect(placeOrder(one)).toEqual({ amount: 1, collects: ['beforeAcceptance'] });
    expect(refusalOf(() => placeOrder({ ...one, paid: ['beforeAcceptance'] })).code).toBe('PAYMENT.ALREADY_PAID');
  });

  it('is refused when the dossier has ended, with how it ended', () => {
    expect(refusalOf(() => placeOrder({ ...account, ended: 'withdrawn' }))).toEqual({
      code: 'PAYMENT.DOSSIER_ENDED',
      evidence: { ended: 'withdrawn' },
    });
  });
});

describe('the money of an order', () => {
  const both = { collects: ['beforeAcceptance', 'beforeReturn'], amount: 135_000 } as const;

  it('settles what the order collects while all of it is owed, and as much', () => {
    expect(owesAll(account, both)).toBe(true);
    expect(owesAll(account, { ...both, amount: 134_999 })).toBe(false);
    expect(owesAll({ ...account, ended: 'stopped' }, both)).toBe(false);
  });

  it('settles nothing where a part was paid another way, even if a correction has made the rest as much', () => {
    const corrected = [line(115_000, 'beforeAcceptance'), line(135_000, 'beforeReturn')];
    expect(owesAll({ ...account, lines: corrected, paid: ['beforeAcceptance'] }, both)).toBe(false);
  });
});

describe('cash at the counter', () => {
  const order = { method: 'counter', status: 'pending', collects: ['beforeAcceptance'], amount: 115_000 } as const;

  it('is taken on an open order of the counter, of its amount, while it is owed', () => {
    expect(() => assertCashIsDue(account, order, 115_000)).not.toThrow();
  });

  it.each([
    ['PAYMENT.WRONG_METHOD', account, { ...order, method: 'transfer' }, 115_000],
    ['PAYMENT.ORDER_NOT_OPEN', account, { ...order, status: 'paid' }, 115_000],
    ['PAYMENT.DOSSIER_ENDED', { ...account, ended: 'refused' }, order, 115_000],
    ['PAYMENT.ALREADY_PAID', { ...account, paid: ['beforeAcceptance'] }, order, 115_000],
    ['PAYMENT.AMOUNT_DIFFERS', account, order, 114_999],
  ] as const)('is refused with %s', (code, of, on, amount) => {
    expect(refusalOf(() => assertCashIsDue(of, on, amount)).code).toBe(code);
  });

  it('agrees with a receipt that the cashier wrote, awaits one where none is written, and else differs', () => {
    expect(checkCashReceipt('B1', ['B0', 'B1'])).toBe('agrees');
    expect(checkCashReceipt('B1', [])).toBe('notRecordedYet');
    expect(checkCashReceipt('B1', ['B0'])).toBe('differs');
  });
});

describe('a listed refund', () => {
  const listed = { amount: 100, status: 'listed' } as const;

  it('is paid back wholly or in part, or kept', () => {
    expect(decideRefund(listed, 'refund')).toEqual({ status: 'refunded', refunded: 100 });
    expect(decideRefund(listed, 'refund', 1)).toEqual({ status: 'refunded', refunded: 1 });
    expect(decideRefund(listed, 'keep')).toEqual({ status: 'kept', refunded: 0 });
  });

  it.each([0, 101])('never comes to %p of 100', (amount) => {
    expect(refusalOf(() => decideRefund(listed, 'refund', amount)).code).toBe('PAYMENT.REFUND_TOO_LARGE');
  });

  it.each(['refunded', 'kept'] as const)('is not decided again once it is %s', (status) => {
    expect(refusalOf(() => decideRefund({ ...listed, status }, 'keep')).code).toBe('PAYMENT.REFUND_DECIDED');
  });

  it('is weighed against all that moved: what a decision did not pay back is kept', () => {
    const entries = [
      { kind: 'payment', amount: 100 },
      { kind: 'surplus', amount: 30 },
      { kind: 'refund', amount: 15 },
    ] as const;
    const refunds = [
      { status: 'listed', amount: 60, refunded: 0 },
      { status: 'kept', amount: 5, refunded: 0 },
      { status: 'refunded', amount: 40, refunded: 15 },
    ] as const;
    // 130 came, 15 went back; of the two decisions 5 and 25 were not paid back.
    expect(balanceOf(entries, refunds)).toEqual({ received: 130, refunded: 15, listed: 60, kept: 30 });
    expect(balanceOf([], [])).toEqual({ received: 0, refunded: 0, listed: 0, kept: 0 });
  });

  it('at an end is what was neither given back, nor listed, nor kept', () => {
    expect(undecided({ received: 230, refunded: 15, listed: 100, kept: 5 })).toBe(110);
    expect(undecided({ received: 0, refunded: 0, listed: 0, kept: 0 })).toBe(0);
  });
});

describe('two statements', () => {
  const row = (reference: string, transaction: string, amount: number) => ({ reference, transaction, amount });

  it('match by reference, transaction and amount, and each break has its name', () => {
    const ours = [row('R1', 'T1', 10), row('R2', 'T2', 20), row('R3', 'T3', 30)];
    const theirs = [row('R2', 'T2', 21), row('R1', 'T1', 10), row('R4', 'T4', 40)];
    expect(reconcile(ours, theirs)).toEqual([
      { outcome: 'amountDiffers', reference: 'R2', transaction: 'T2', ours: 20, theirs: 21 },
      { outcome: 'matched', reference: 'R1', transaction: 'T1', ours: 10, theirs: 10 },
      { outcome: 'onlyTheirs', reference: 'R4', transaction: 'T4', ours: null, theirs: 40 },
      { outcome: 'onlyOurs', reference: 'R3', transaction: 'T3', ours: 30, theirs: null },
    ]);
  });

  it('do not match by reference alone, nor one payment against two', () => {
    expect(reconcile([row('R1', 'T1', 10)], [row('R1', 'T2', 10)]).map(({ outcome }) => outcome)).toEqual([
      'onlyTheirs',
      'onlyOurs',
    ]);
    expect(
      reconcile([row('R1', 'T1', 10)], [row('R1', 'T1', 10), row('R1', 'T1', 10)]).map(({ outcome }) => outcome),
    ).toEqual(['matched', 'onlyTheirs']);
  });

  it('match by the amount first, where one key stands for several payments', () => {
    const ours = [row('R1', 'T1', 20), row('R1', 'T1', 10)];
    expect(reconcile(ours, [row('R1', 'T1', 10)])).toEqual([
      { outcome: 'matched', reference: 'R1', transaction: 'T1', ours: 10, theirs: 10 },
      { outcome: 'onlyOurs', reference: 'R1', transaction: 'T1', ours: 20, theirs: null },
    ]);
  });

  it('account for every row of both sides once, whatever they list', () => {
    const rows = fc.array(
      fc.record({
        reference: fc.constantFrom('A', 'B'),
        transaction: fc.constantFrom('1', '2'),
        amount: fc.integer({ min: 1, max: 3 }),
      }),
    );
    fc.assert(
      fc.property(rows, rows, (ours, theirs) => {
        const result = reconcile(ours, theirs);
        const amounts = (list: readonly (number | null)[]): number[] => list.filter((one) => one !== null).sort();
        expect(amounts(result.map((one) => one.ours))).toEqual(amounts(ours.map(({ amount }) => amount)));
        expect(amounts(result.map((one) => one.theirs))).toEqual(amounts(theirs.map(({ amount }) => amount)));
        for (const one of result) expect(one.outcome === 'matched').toBe(one.ours === one.theirs);
      }),
    );
  });
});
