import { Refusal } from '@motcua/kernel';
import fc from 'fast-check';
import type { AssessedLine } from '../tariff/assess-at-submission.js';
import type { CollectionTime } from '../tariff/tariff-line.js';
import { type Account, outstanding, outstandingOf } from './account.js';
import { allocate } from './allocate.js';
import { checkCashReceipt } from './check-cash-receipt.js';
import { assertCashIsDue } from './collect-by-officer.js';
import { approveRefund, assertMayBePaidOut, balanceOf, proposeRefund, undecided } from './decide-refund.js';
import { placeOrder } from './place-order.js';

const line = (net: number, collectedAt: CollectionTime): AssessedLine => ({
  ...{ code: `L${net}`, kind: 'phi', name: 'Phí', base: net, net, collectedAt, reduction: null },
});
const account: Account = {
  lines: [line(115_000, 'beforeAcceptance'), line(20_000, 'beforeReturn')],
  paid: [],
  ended: null,
  unallocated: 0,
};

function refusalOf(work: () => unknown): { code: string; evidence: object } {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, evidence: error.evidence };
    throw error;
  }
  throw new Error('it was not refused');
}

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

describe('money that comes in parts', () => {
  const BOTH = ['beforeAcceptance', 'beforeReturn'] as const;

  it('counts for what is due first, and no order demands it again', () => {
    const here = { ...account, unallocated: 100_000 };
    expect(outstanding(here)).toEqual({ beforeAcceptance: 15_000, onDemand: 0, beforeReturn: 20_000 });
    expect(placeOrder(here)).toEqual({ amount: 15_000, collects: ['beforeAcceptance'] });
    expect(placeOrder(here, BOTH)).toEqual({ amount: 35_000, collects: BOTH });
    expect(outstandingOf({ ...here, ended: 'stopped' }, BOTH)).toBe(0);
  });

  it('settles a collection time when all of it is here, the first before the rest', () => {
    expect(allocate(account, BOTH, 100_000)).toEqual({ settles: [], unallocated: 100_000 });
    expect(allocate({ ...account, unallocated: 100_000 }, BOTH, 15_000)).toEqual({
      settles: ['beforeAcceptance'],
      unallocated: 0,
    });
    expect(allocate(account, BOTH, 120_000)).toEqual({ settles: ['beforeAcceptance'], unallocated: 5_000 });
    expect(allocate(account, BOTH, 135_000)).toEqual({ settles: BOTH, unallocated: 0 });
  });

  it('pays what it was ordered for also while a part of what is due before it waits', () => {
    expect(allocate({ ...account, unallocated: 100_000 }, ['beforeReturn'], 20_000)).toEqual({
      settles: ['beforeReturn'],
      unallocated: 100_000,
    });
  });

  it('is enough where less is owed than before: nothing is owed that was paid', () => {
    const less = { ...account, lines: [line(90_000, 'beforeAcceptance'), line(20_000, 'beforeReturn')] };
    expect(allocate({ ...less, unallocated: 100_000 })).toEqual({ settles: ['beforeAcceptance'], unallocated: 10_000 });
  });

  it('settles nothing of a dossier that has ended', () => {
    expect(allocate({ ...account, ended: 'withdrawn', unallocated: 115_000 })).toEqual({
      settles: [],
      unallocated: 115_000,
    });
    expect(allocate({ ...account, ended: 'withdrawn', unallocated: 100 }, BOTH, 15)).toEqual({
      settles: [],
      unallocated: 115,
    });
  });

  it('settles nothing that is one đồng short, nothing of which nothing is owed, and a single đồng that is', () => {
    expect(allocate(account, BOTH, 114_999)).toEqual({ settles: [], unallocated: 114_999 });
    expect(allocate(account, ['beforeAcceptance', 'onDemand', 'beforeReturn'], 135_000)).toEqual({
      settles: BOTH,
      unallocated: 0,
    });
    const one = { ...account, lines: [line(115_000, 'beforeAcceptance'), line(1, 'beforeReturn')] };
    expect(allocate({ ...one, unallocated: 100_000 }, ['beforeReturn'], 1)).toEqual({
      settles: ['beforeReturn'],
      unallocated: 100_000,
    });
    expect(allocate({ ...account, lines: [line(1, 'beforeReturn')], unallocated: 1 })).toEqual({
      settles: ['beforeReturn'],
      unallocated: 0,
    });
  });

  it('adds up, whatever comes for what, and what is here is never enough for what is due first', () => {
    const collects = fc.subarray<CollectionTime>([...BOTH], { minLength: 1 });
    const parts = fc.array(fc.record({ collects, share: fc.integer({ min: 1, max: 100 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(parts, (all) => {
        let [now, came] = [account, 0];
        for (const part of all) {
          const owed = outstandingOf(now, part.collects);
          const amount = Math.ceil((owed * part.share) / 100);
          const { settles, unallocated } = allocate(now, part.collects, amount);
          now = { ...now, paid: [...now.paid, ...settles], unallocated };
          came += amount;
          const paid = now.lines.filter(({ collectedAt }) => now.paid.includes(collectedAt));
          expect(paid.reduce((sum, { net }) => sum + net, 0) + unallocated).toBe(came);
          const [first = 1] = now.lines.flatMap(({ collectedAt, net }) =>
            now.paid.includes(collectedAt) ? [] : [net],
          );
          expect(unallocated).toBeLessThan(first);
        }
      }),
    );
  });
});

describe('cash at the counter', () => {
  const order = { method: 'counter', status: 'pending', collects: ['beforeAcceptance'] } as const;

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

  it('is for what is still owed where a part is here', () => {
    const here = { ...account, unallocated: 100_000 };
    expect(() => assertCashIsDue(here, order, 15_000)).not.toThrow();
    expect(refusalOf(() => assertCashIsDue(here, order, 115_000))).toEqual({
      code: 'PAYMENT.AMOUNT_DIFFERS',
      evidence: { owed: 15_000, received: 115_000 },
    });
  });

  it('that lies in the drawer is never refused, but on an order of another way', () => {
    const paid = { ...account, paid: ['beforeAcceptance'] as const };
    expect(() => assertCashIsDue(paid, { ...order, status: 'paid' }, 115_000, true)).not.toThrow();
    expect(() => assertCashIsDue({ ...account, ended: 'refused' }, order, 1, true)).not.toThrow();
    expect(refusalOf(() => assertCashIsDue(paid, { ...order, method: 'transfer' }, 1, true)).code).toBe(
      'PAYMENT.WRONG_METHOD',
    );
  });

  it('agrees with a receipt that the cashier wrote, awaits one where none is written, and else differs', () => {
    expect(checkCashReceipt('B1', ['B0', 'B1'])).toBe('agrees');
    expect(checkCashReceipt('B1', [])).toBe('notRecordedYet');
    expect(checkCashReceipt('B1', ['B0'])).toBe('differs');
  });
});

describe('a listed refund', () => {
  const listed = { amount: 100, status: 'listed', proposal: null } as const;
  const by = 'cashier-1';
  const proposed = (decision: 'refund' | 'keep', amount?: number) => ({
    ...listed,
    status: 'proposed' as const,
    proposal: proposeRefund(listed, { decision, by, note: 'NQ 11', ...(amount !== undefined && { amount }) }),
  });
  const leader = { approved: true, by: 'leader-1', collectedBy: ['cashier-1', null] };

  it('is proposed to be paid back, wholly or in part, or to be kept; and anew until it is approved', () => {
    expect(proposed('refund').proposal).toEqual({
      ...{ decision: 'refund', amount: 100, by },
      ...{ note: 'NQ 11', approvedBy: null },
    });
    expect(proposed('refund', 1).proposal.amount).toBe(1);
    expect(proposeRefund(proposed('refund'), { decision: 'keep', by, note: 'NQ 11' }).decision).toBe('keep');
  });

  it.each([0, 101])('never comes to %p of 100', (amount) => {
    expect(refusalOf(() => proposed('refund', amount)).code).toBe('PAYMENT.REFUND_TOO_LARGE');
  });

  it('is approved, or kept, as far as was proposed: the rest stays listed', () => {
    expect(approveRefund(proposed('refund'), leader)).toMatchObject({ status: 'approved', amount: 100, rest: 0 });
    expect(approveRefund(proposed('refund', 30), leader)).toMatchObject({ status: 'approved', amount: 30, rest: 70 });
    expect(approveRefund(proposed('keep', 99), leader)).toMatchObject({ status: 'kept', amount: 99, rest: 1 });
    expect(approveRefund(proposed('keep', 99), { ...leader, approved: false })).toEqual({
      ...{ status: 'listed', amount: 100, rest: 0, proposal: null },
    });
  });

  it('keeps both persons and the reason, whoever does the next step', () => {
    expect(approveRefund(proposed('refund', 30), leader).proposal).toEqual({
      ...{ decision: 'refund', amount: 30, by, note: 'NQ 11', approvedBy: 'leader-1' },
    });
  });

  it('is not approved by who proposed it, nor by who took the money', () => {
    const [own, taken] = [
      { ...leader, by: 'cashier-1', collectedBy: [] },
      { ...leader, collectedBy: ['leader-1'] },
    ];
    for (const approval of [own, taken]) {
      expect(refusalOf(() => approveRefund(proposed('refund'), approval)).code).toBe('PAYMENT.SAME_PERSON');
    }
  });

  it.each(['approved', 'failed', 'refunded', 'kept'] as const)(
    'that is %s is neither proposed nor approved',
    (status) => {
      const decided = { ...proposed('refund'), status };
      expect(refusalOf(() => proposeRefund(decided, { decision: 'keep', by, note: 'NQ 11' })).code).toBe(
        'PAYMENT.REFUND_DECIDED',
      );
      expect(refusalOf(() => approveRefund(decided, leader)).code).toBe('PAYMENT.REFUND_DECIDED');
    },
  );

  it('is paid out once it is approved, and again where that failed', () => {
    for (const status of ['approved', 'failed'] as const) {
      expect(() => assertMayBePaidOut({ ...listed, status })).not.toThrow();
    }
    for (const status of ['listed', 'proposed', 'refunded', 'kept'] as const) {
      expect(refusalOf(() => assertMayBePaidOut({ ...listed, status })).code).toBe('PAYMENT.REFUND_DECIDED');
    }
  });

  it('is weighed against all that moved', () => {
    const entries = [
      { kind: 'payment', amount: 100 },
      { kind: 'surplus', amount: 30 },
      { kind: 'refund', amount: 15 },
    ] as const;
    const refunds = [
      { status: 'listed', amount: 40 },
      { status: 'proposed', amount: 10 },
      { status: 'approved', amount: 6 },
      { status: 'failed', amount: 4 },
      { status: 'kept', amount: 30 },
      { status: 'refunded', amount: 15 },
    ] as const;
    expect(balanceOf(entries, refunds)).toEqual({ received: 130, refunded: 15, listed: 60, kept: 30 });
    expect(balanceOf([], [])).toEqual({ received: 0, refunded: 0, listed: 0, kept: 0 });
  });

  it('at an end is what was neither given back, nor listed, nor kept', () => {
    expect(undecided({ received: 230, refunded: 15, listed: 100, kept: 5 })).toBe(110);
    expect(undecided({ received: 0, refunded: 0, listed: 0, kept: 0 })).toBe(0);
  });
});
