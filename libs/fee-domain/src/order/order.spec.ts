import { Refusal } from '@motcua/kernel';
import fc from 'fast-check';
import type { AssessedLine } from '../tariff/assess-at-submission.js';
import { type ConfirmationDecision, decideConfirmation } from './decide-confirmation.js';
import { decideOrder } from './decide-order.js';
import type { Confirmation, Order, OrderStatus } from './order.js';
import { receiptsOf } from './receipts.js';
import { refundAtEnd } from '../account/list-refund-at-end.js';
import { dueNothingMore } from './settled.js';

const now = Temporal.Instant.from('2026-11-24T09:20:00+07:00');

const order = (status: OrderStatus, confirmations: readonly Confirmation[] = []): Order => ({
  reference: 'R1',
  amount: 115_000,
  collects: ['beforeAcceptance'],
  status,
  confirmations,
});

const success: Confirmation = { reference: 'R1', success: true, amount: 115_000, transaction: 'T1' };
const failure: Confirmation = { ...success, success: false, transaction: null };
const OWED = { stillOwed: true };
const SETTLED = { stillOwed: false };

const line = (code: string, kind: 'phi' | 'lePhi', net: number, collectedAt: AssessedLine['collectedAt']) => ({
  code,
  kind,
  name: code,
  base: net,
  net,
  collectedAt,
  reduction: null,
});

describe('a confirmation of payment', () => {
  it.each(['created', 'pending', 'failed'] as const)(
    'settles the dossier when its order is %s, as long as the fee is owed',
    (status) => {
      expect(decideConfirmation(order(status), success, OWED, now)).toEqual({
        outcome: 'paid',
        status: 'paid',
        paidAt: now,
        refund: null,
        break: null,
        acknowledged: true,
      });
    },
  );

  it.each(['created', 'pending', 'failed'] as const)(
    'of an order that is %s is listed for refund when the fee was paid another way meanwhile',
    (status) => {
      expect(decideConfirmation(order(status), success, SETTLED, now)).toEqual({
        outcome: 'lateSuccess',
        status: 'refundable',
        refund: { amount: 115_000, reason: 'lateSuccess' },
        break: { kind: 'lateSuccess', ours: '115000', theirs: '115000' },
        acknowledged: true,
      });
    },
  );

  it('that comes again gets the answer that it got, also when other ones came between', () => {
    const again = { ...success };
    expect(decideConfirmation(order('paid', [success]), again, SETTLED, now)).toMatchObject({
      outcome: 'repeated',
      answered: 0,
      status: null,
      refund: null,
      break: null,
    });
    expect(decideConfirmation(order('paid', [failure, success]), again, SETTLED, now)).toMatchObject({
      outcome: 'repeated',
      answered: 1,
    });
  });

  it('that comes again with its wrong amount gets the answer that it got', () => {
    const wrong = { ...success, amount: 11_500 };
    expect(decideConfirmation(order('pending', [wrong]), wrong, OWED, now)).toMatchObject({
      outcome: 'repeated',
      answered: 0,
      break: null,
    });
  });

  it.each(['paid', 'refundable'] as const)('by a second transaction of a %s order is listed for refund', (status) => {
    expect(decideConfirmation(order(status, [success]), { ...success, transaction: 'T2' }, SETTLED, now)).toEqual({
      outcome: 'paidTwice',
      status: null,
      refund: { amount: 115_000, reason: 'paidTwice' },
      break: { kind: 'paidTwice', ours: '115000', theirs: '115000' },
      acknowledged: true,
    });
  });

  it('without a transaction number is no second payment', () => {
    const unnumbered = { ...success, transaction: null };
    expect(decideConfirmation(order('paid', [success]), unnumbered, SETTLED, now)).toMatchObject({
      outcome: 'nothingNew',
      refund: null,
    });
  });

  it('that brings the number of a payment learnt without one is no second payment; one with yet another number is', () => {
    const unnumbered = { ...success, transaction: null };
    expect(decideConfirmation(order('paid', [unnumbered]), success, SETTLED, now)).toEqual({
      outcome: 'numbered',
      status: null,
      refund: null,
      break: null,
      acknowledged: true,
    });
    expect(
      decideConfirmation(order('paid', [unnumbered, success]), { ...success, transaction: 'T2' }, SETTLED, now).outcome,
    ).toBe('paidTwice');
  });

  it('brings the number of the payment also where an earlier attempt, which failed, had a number of its own', () => {
    const attempts = [
      { ...failure, transaction: 'F1' },
      { ...success, transaction: null },
    ];
    expect(decideConfirmation(order('paid', attempts), success, SETTLED, now).outcome).toBe('numbered');
  });

  it('is other money than that of an order of whose payment no confirmation is known', () => {
    expect(decideConfirmation(order('paid'), success, SETTLED, now).outcome).toBe('paidTwice');
  });

  it.each(['created', 'pending', 'failed', 'paid', 'refundable'] as const)(
    'with another amount settles nothing, is a break, and is not acknowledged, when the order is %s',
    (status) => {
      expect(decideConfirmation(order(status), { ...success, amount: 11_500 }, OWED, now)).toEqual({
        outcome: 'amountDiffers',
        status: null,
        refund: null,
        break: { kind: 'amountDiffers', ours: '115000', theirs: '11500' },
        acknowledged: false,
      });
    },
  );

  it('that settles comes through after one with another amount', () => {
    const wrong = { ...success, amount: 11_500 };
    expect(decideConfirmation(order('pending', [wrong]), success, OWED, now).outcome).toBe('paid');
  });

  it.each([null, { ...order('pending'), reference: 'R2' }])(
    'of a reference that we do not know is a break',
    (known) => {
      expect(decideConfirmation(known, success, OWED, now)).toMatchObject({
        outcome: 'unknownReference',
        status: null,
        break: { kind: 'unknownReference', theirs: '115000' },
        acknowledged: false,
      });
    },
  );

  it.each(['created', 'pending'] as const)('that it failed ends an order that is %s', (status) => {
    expect(decideConfirmation(order(status), failure, OWED, now)).toMatchObject({
      outcome: 'failed',
      status: 'failed',
    });
  });

  it.each(['paid', 'refundable', 'failed'] as const)('that it failed changes no order that is %s', (status) => {
    expect(decideConfirmation(order(status), failure, OWED, now)).toEqual({
      outcome: 'nothingNew',
      status: null,
      refund: null,
      break: null,
      acknowledged: true,
    });
  });
});

describe('whatever confirmations come, in whatever order and however often', () => {
  const confirmation = fc.record({
    reference: fc.constant('R1'),
    success: fc.boolean(),
    amount: fc.constantFrom(115_000, 11_500),
    transaction: fc.constantFrom('T1', 'T2', 'T3'),
  });
  const start = fc.constantFrom<OrderStatus>('created', 'pending', 'failed');

  const play = (from: OrderStatus, stream: readonly Confirmation[], paidElsewhere: boolean) => {
    let current = order(from);
    let owed = !paidElsewhere;
    const decisions: ConfirmationDecision[] = [];
    for (const next of stream) {
      const decision = decideConfirmation(current, next, { stillOwed: owed }, now);
      decisions.push(decision);
      if (decision.outcome === 'paid') owed = false;
      const confirmations = decision.outcome === 'repeated' ? [] : [next];
      current = {
        ...current,
        status: decision.status ?? current.status,
        confirmations: [...current.confirmations, ...confirmations],
      };
    }
    return { decisions, current };
  };

  it('the dossier is paid at most once, and every đồng received is either used or listed for refund', () => {
    fc.assert(
      fc.property(start, fc.array(confirmation, { maxLength: 12 }), fc.boolean(), (from, stream, paidElsewhere) => {
        const { decisions } = play(from, stream, paidElsewhere);
        const used = decisions.filter(({ outcome }) => outcome === 'paid').length;
        const refunded = decisions.filter(({ refund }) => refund !== null).length;
        const received = new Set(
          stream.filter(({ success: ok, amount }) => ok && amount === 115_000).map(({ transaction }) => transaction),
        ).size;
        expect(used).toBeLessThanOrEqual(paidElsewhere ? 0 : 1);
        expect(used + refunded).toBe(received);
      }),
    );
  });

  it('saying everything once more changes nothing', () => {
    fc.assert(
      fc.property(start, fc.array(confirmation, { maxLength: 8 }), fc.boolean(), (from, stream, paidElsewhere) => {
        const once = play(from, stream, paidElsewhere);
        const twice = play(from, [...stream, ...stream], paidElsewhere);
        expect(twice.current).toEqual(once.current);
        expect(twice.decisions.slice(stream.length).every(({ outcome }) => outcome === 'repeated')).toBe(true);
      }),
    );
  });
});

describe('an order', () => {
  const lines = [
    line('PHI', 'phi', 115_000, 'beforeAcceptance'),
    line('LE-PHI', 'lePhi', 50_000, 'beforeReturn'),
    line('PHI-0', 'phi', 0, 'beforeReturn'),
  ];

  it('is for what is due first, then for the rest', () => {
    expect(decideOrder({ lines, paid: [] })).toEqual({ amount: 115_000, collects: ['beforeAcceptance'] });
    expect(decideOrder({ lines, paid: ['beforeAcceptance'] })).toEqual({ amount: 50_000, collects: ['beforeReturn'] });
  });

  it('may be for all at once', () => {
    expect(decideOrder({ lines, paid: [], wanted: ['beforeReturn', 'beforeAcceptance'] })).toEqual({
      amount: 165_000,
      collects: ['beforeAcceptance', 'beforeReturn'],
    });
  });

  it.each([
    { paid: ['beforeAcceptance', 'beforeReturn'] as const },
    { paid: ['beforeAcceptance'] as const, wanted: ['beforeAcceptance'] as const },
  ])('is refused where nothing of it is owed', (request) => {
    expect(() => decideOrder({ lines, ...request })).toThrow(Refusal);
    expect(() => decideOrder({ lines, ...request })).toThrow('PAYMENT.NOTHING_OWED');
  });

  it('leaves receipts with fees and charges apart, and none for 0 đồng', () => {
    expect(receiptsOf(lines, ['beforeAcceptance', 'beforeReturn'])).toEqual([
      { kind: 'phi', amount: 115_000, lines: [lines[0], lines[2]] },
      { kind: 'lePhi', amount: 50_000, lines: [lines[1]] },
    ]);
    expect(receiptsOf(lines, ['beforeReturn']).map(({ kind }) => kind)).toEqual(['lePhi']);
    expect(receiptsOf([line('PHI', 'phi', 1, 'beforeReturn')], ['beforeReturn'])).toMatchObject([{ amount: 1 }]);
  });

  it('tells what is settled by collection time', () => {
    expect(dueNothingMore(lines, [])).toEqual({ beforeAcceptance: false, onDemand: true, beforeReturn: false });
    expect(dueNothingMore(lines, ['beforeAcceptance'])).toEqual({
      beforeAcceptance: true,
      onDemand: true,
      beforeReturn: false,
    });
    expect(dueNothingMore([], [])).toEqual({ beforeAcceptance: true, onDemand: true, beforeReturn: true });
  });

  it('that was paid is listed for refund, not refunded, when the dossier ends without a result (R16)', () => {
    expect(refundAtEnd(115_000, 'refused')).toEqual({ amount: 115_000, reason: 'refused' });
    expect(refundAtEnd(1, 'stopped')).toEqual({ amount: 1, reason: 'stopped' });
    expect(refundAtEnd(0, 'withdrawn')).toBeNull();
  });
});
