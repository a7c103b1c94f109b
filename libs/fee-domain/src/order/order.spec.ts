import { Refusal } from '@motcua/kernel';
import fc from 'fast-check';
import type { AssessedLine } from '../tariff/assess-at-submission.js';
import { broughtBy, numberOf, sumOfBrought } from './brought.js';
import { type ConfirmationDecision, decideConfirmation } from './decide-confirmation.js';
import type { Account } from '../account/account.js';
import { decideOrder } from './decide-order.js';
import type { Confirmation, Order, OrderStatus } from './order.js';
import { coveredBy, receiptsOf } from './receipts.js';
import { refundAtEnd } from '../account/list-refund-at-end.js';
import { dueNothingMore } from './settled.js';

const order = (status: OrderStatus, confirmations: readonly Confirmation[] = []): Order => ({
  reference: 'R1',
  amount: 115_000,
  collects: ['beforeAcceptance'],
  status,
  confirmations,
});

const success: Confirmation = { reference: 'R1', success: true, amount: 115_000, transaction: 'T1' };
const failure: Confirmation = { ...success, success: false, transaction: null };
const OWED = { owed: 115_000 };
const SETTLED = { owed: 0 };

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
  it.each(['created', 'pending', 'failed', 'cancelled'] as const)(
    'settles the dossier when its order is %s, as long as the fee is owed',
    (status) => {
      expect(decideConfirmation(order(status), success, OWED)).toEqual({
        outcome: 'paid',
        status: 'paid',
        used: 115_000,
        numbers: false,
        refund: null,
        break: null,
        acknowledged: true,
      });
    },
  );

  it.each(['created', 'pending', 'failed', 'cancelled'] as const)(
    'of an order that is %s is listed for refund when the fee was paid another way meanwhile',
    (status) => {
      expect(decideConfirmation(order(status), success, SETTLED)).toEqual({
        outcome: 'lateSuccess',
        status: 'refundable',
        used: 0,
        numbers: false,
        refund: { amount: 115_000, reason: 'lateSuccess' },
        break: { kind: 'lateSuccess', ours: '115000', theirs: '115000' },
        acknowledged: true,
      });
    },
  );

  it('that comes again gets the answer that it got, also when other ones came between', () => {
    const again = { ...success };
    expect(decideConfirmation(order('paid', [success]), again, SETTLED)).toMatchObject({
      outcome: 'repeated',
      answered: 0,
      status: null,
      refund: null,
      break: null,
    });
    expect(decideConfirmation(order('paid', [failure, success]), again, SETTLED)).toMatchObject({
      outcome: 'repeated',
      answered: 1,
    });
  });

  it('that comes again with its wrong amount gets the answer that it got', () => {
    const wrong = { ...success, amount: 11_500 };
    expect(decideConfirmation(order('pending', [wrong]), wrong, OWED)).toMatchObject({
      outcome: 'repeated',
      answered: 0,
      break: null,
    });
  });

  it.each(['paid', 'refundable'] as const)('by a second transaction of a %s order is listed for refund', (status) => {
    expect(decideConfirmation(order(status, [success]), { ...success, transaction: 'T2' }, SETTLED)).toEqual({
      outcome: 'paidTwice',
      status: null,
      used: 0,
      numbers: false,
      refund: { amount: 115_000, reason: 'paidTwice' },
      break: { kind: 'paidTwice', ours: '115000', theirs: '115000' },
      acknowledged: true,
    });
  });

  it('without a transaction number is no second payment', () => {
    const unnumbered = { ...success, transaction: null };
    expect(decideConfirmation(order('paid', [success]), unnumbered, SETTLED)).toMatchObject({
      outcome: 'nothingNew',
      refund: null,
    });
  });

  it('that brings the number of a payment learnt without one is no second payment; one with yet another number is', () => {
    const unnumbered = { ...success, transaction: null };
    expect(decideConfirmation(order('paid', [unnumbered]), success, SETTLED)).toEqual({
      outcome: 'numbered',
      status: null,
      used: 0,
      numbers: true,
      refund: null,
      break: null,
      acknowledged: true,
    });
    expect(
      decideConfirmation(order('paid', [unnumbered, success]), { ...success, transaction: 'T2' }, SETTLED).outcome,
    ).toBe('paidTwice');
  });

  it('brings the number of the payment also where an earlier attempt, which failed, had a number of its own', () => {
    const attempts = [
      { ...failure, transaction: 'F1' },
      { ...success, transaction: null },
    ];
    expect(decideConfirmation(order('paid', attempts), success, SETTLED).outcome).toBe('numbered');
  });

  it('is other money than that of an order of whose payment no confirmation is known', () => {
    expect(decideConfirmation(order('paid'), success, SETTLED).outcome).toBe('paidTwice');
  });

  it.each(['created', 'pending', 'failed'] as const)(
    'of less than is owed is a part of it, a break, and not acknowledged, when the order is %s',
    (status) => {
      expect(decideConfirmation(order(status), { ...success, amount: 11_500 }, OWED)).toEqual({
        outcome: 'amountDiffers',
        status: null,
        used: 11_500,
        numbers: false,
        refund: null,
        break: { kind: 'amountDiffers', ours: '115000', theirs: '11500' },
        acknowledged: false,
      });
    },
  );

  it('settles what is owed with the part that makes it up, and is no break then', () => {
    const first = { ...success, amount: 100_000, transaction: 'T0' };
    expect(decideConfirmation(order('pending', [first]), { ...success, amount: 15_000 }, { owed: 15_000 })).toEqual({
      outcome: 'paid',
      status: 'paid',
      used: 15_000,
      numbers: false,
      refund: null,
      break: null,
      acknowledged: false,
    });
  });

  it('of more than is owed settles it, and lists the rest for refund', () => {
    expect(decideConfirmation(order('pending'), { ...success, amount: 120_000 }, OWED)).toMatchObject({
      outcome: 'paid',
      used: 115_000,
      refund: { amount: 5_000, reason: 'tooMuch' },
      break: { kind: 'amountDiffers', ours: '115000', theirs: '120000' },
      acknowledged: false,
    });
  });

  it('of an order of which a part was paid another way takes what is still owed, and lists the rest', () => {
    expect(decideConfirmation(order('pending'), success, { owed: 50_000 })).toMatchObject({
      outcome: 'paid',
      used: 50_000,
      refund: { amount: 65_000, reason: 'paidTwice' },
      break: { kind: 'paidTwice' },
      acknowledged: true,
    });
  });

  it('of another amount under a known number is other money only as far as it is more', () => {
    const less = { ...success, amount: 11_500 };
    expect(decideConfirmation(order('pending', [less]), success, { owed: 103_500 })).toMatchObject({
      outcome: 'paid',
      used: 103_500,
      refund: null,
    });
    expect(decideConfirmation(order('paid', [success]), less, SETTLED)).toMatchObject({
      outcome: 'amountDiffers',
      used: 0,
      refund: null,
    });
    expect(decideConfirmation(order('paid', [success]), { ...success, amount: 130_000 }, SETTLED)).toMatchObject({
      outcome: 'amountDiffers',
      used: 0,
      refund: { amount: 15_000, reason: 'tooMuch' },
    });
  });

  it('whose number is written in small letters or in groups is the same', () => {
    const known = { ...success, transaction: 'FT26334000777' };
    const again = { ...success, transaction: 'ft 26334 000777' };
    expect(decideConfirmation(order('paid', [known]), again, SETTLED).outcome).toBe('repeated');
  });

  it('brings as much as was said most under its number, and what failed brings nothing', () => {
    const other = { ...success, transaction: 'T2', amount: 5 };
    expect(sumOfBrought(broughtBy([success, { ...success, amount: 100_000 }, other, failure]))).toBe(115_005);
    expect(sumOfBrought([])).toBe(0);
  });

  it('without a number is other money than what an officer has entered, whichever comes first', () => {
    const allocated = { ...success, transaction: 'LA-7', amount: 15_000, byOfficer: true };
    const numberless = { ...success, transaction: null };
    expect(broughtBy([allocated, numberless]).map(({ amount }) => amount)).toEqual([15_000, 115_000]);
    expect(broughtBy([numberless, allocated]).map(({ amount }) => amount)).toEqual([115_000, 15_000]);
    expect(decideConfirmation(order('pending', [allocated]), numberless, { owed: 100_000 })).toMatchObject({
      outcome: 'paid',
      used: 100_000,
      refund: { amount: 15_000 },
    });
    // Nor does what he enters give the other its number.
    expect(decideConfirmation(order('paid', [numberless]), allocated, SETTLED)).toMatchObject({ numbers: false });
  });

  it('without a number, with more than was known, is counted under the number that is known', () => {
    expect(numberOf([success], { ...success, transaction: null, amount: 143_000 })).toBe(success.transaction);
    expect(numberOf([{ ...success, byOfficer: true }], { ...success, transaction: null })).toBeNull();
    expect(numberOf([], { ...success, transaction: null })).toBeNull();
  });

  it('that says less under a known number than was said before brings nothing, and is a break', () => {
    expect(decideConfirmation(order('paid', [success]), { ...success, amount: 100_000 }, SETTLED)).toMatchObject({
      outcome: 'amountDiffers',
      used: 0,
      refund: null,
      acknowledged: false,
    });
  });

  it('of more under a known number is too much, whatever else the order has brought', () => {
    const known = [success, { ...success, transaction: 'T2' }];
    expect(decideConfirmation(order('paid', known), { ...success, amount: 120_000 }, SETTLED)).toMatchObject({
      outcome: 'amountDiffers',
      refund: { amount: 5_000, reason: 'tooMuch' },
      acknowledged: false,
    });
  });

  it('of the ordered amount at last, after another one that came too late, is paid twice and differs in nothing', () => {
    const wrong = { ...success, amount: 1 };
    expect(decideConfirmation(order('refundable', [wrong]), success, SETTLED)).toMatchObject({
      outcome: 'paidTwice',
      refund: { amount: 114_999, reason: 'paidTwice' },
      break: { kind: 'paidTwice', ours: '115000', theirs: '115000' },
      acknowledged: true,
    });
  });

  it('that settles comes through after one with another amount', () => {
    const wrong = { ...success, amount: 11_500 };
    expect(decideConfirmation(order('pending', [wrong]), success, { owed: 103_500 }).outcome).toBe('paid');
  });

  it.each([null, { ...order('pending'), reference: 'R2' }])(
    'of a reference that we do not know is a break',
    (known) => {
      expect(decideConfirmation(known, success, OWED)).toMatchObject({
        outcome: 'unknownReference',
        status: null,
        break: { kind: 'unknownReference', theirs: '115000' },
        acknowledged: false,
      });
    },
  );

  it.each(['created', 'pending'] as const)('that it failed ends an order that is %s', (status) => {
    expect(decideConfirmation(order(status), failure, OWED)).toMatchObject({
      outcome: 'failed',
      status: 'failed',
    });
  });

  it.each(['paid', 'refundable', 'failed'] as const)('that it failed changes no order that is %s', (status) => {
    expect(decideConfirmation(order(status), failure, OWED)).toEqual({
      outcome: 'nothingNew',
      status: null,
      used: 0,
      numbers: false,
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
    amount: fc.constantFrom(115_000, 11_500, 130_000),
    transaction: fc.constantFrom('T1', 'T2', 'T3', null),
  });
  const start = fc.constantFrom<OrderStatus>('created', 'pending', 'failed');

  const play = (from: OrderStatus, stream: readonly Confirmation[], owedAtFirst: number) => {
    let current = order(from);
    let owed = owedAtFirst;
    const decisions: ConfirmationDecision[] = [];
    for (const next of stream) {
      const decision = decideConfirmation(current, next, { owed });
      decisions.push(decision);
      owed -= decision.used;
      const confirmations = decision.outcome === 'repeated' ? [] : [next];
      current = {
        ...current,
        status: decision.status ?? current.status,
        confirmations: [...current.confirmations, ...confirmations],
      };
    }
    return { decisions, current, owed };
  };
  const owedAtFirst = fc.constantFrom(0, 50_000, 115_000);
  const most = (of: readonly Confirmation[]): number => of.reduce((max, { amount }) => Math.max(max, amount), 0);

  it('never more is used than is owed, and every đồng received is either used or listed for refund, once', () => {
    fc.assert(
      fc.property(start, fc.array(confirmation, { maxLength: 12 }), owedAtFirst, (from, stream, due) => {
        const { decisions, owed } = play(from, stream, due);
        const used = decisions.reduce((sum, one) => sum + one.used, 0);
        const listed = decisions.reduce((sum, one) => sum + (one.refund?.amount ?? 0), 0);
        const numbered = ['T1', 'T2', 'T3'].map((number) =>
          most(stream.filter(({ success: ok, transaction }) => ok && transaction === number)),
        );
        const brought = numbered.reduce((sum, amount) => sum + amount, 0);
        const unnumbered = most(stream.filter(({ success: ok, transaction }) => ok && transaction === null));
        expect(owed).toBeGreaterThanOrEqual(0);
        expect(used + listed).toBeGreaterThanOrEqual(Math.max(brought, unnumbered));
        expect(used + listed).toBeLessThanOrEqual(Math.max(brought, unnumbered, brought + unnumbered - 11_500));
        expect(listed > 0 && owed > 0).toBe(false);
      }),
    );
  });

  it('saying everything once more changes nothing', () => {
    fc.assert(
      fc.property(start, fc.array(confirmation, { maxLength: 8 }), owedAtFirst, (from, stream, due) => {
        const once = play(from, stream, due);
        const twice = play(from, [...stream, ...stream], due);
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
  const account: Account = { lines, paid: [], ended: null, unallocated: 0 };

  it('is for what is due first, then for the rest', () => {
    expect(decideOrder({ ...account, paid: [] })).toEqual({ amount: 115_000, collects: ['beforeAcceptance'] });
    expect(decideOrder({ ...account, paid: ['beforeAcceptance'] })).toEqual({
      amount: 50_000,
      collects: ['beforeReturn'],
    });
  });

  it('may be for all at once', () => {
    expect(decideOrder(account, ['beforeReturn', 'beforeAcceptance'])).toEqual({
      amount: 165_000,
      collects: ['beforeAcceptance', 'beforeReturn'],
    });
  });

  it.each([
    { paid: ['beforeAcceptance', 'beforeReturn'] as const, wanted: undefined },
    { paid: ['beforeAcceptance'] as const, wanted: ['beforeAcceptance'] as const },
  ])('is refused where nothing of it is owed', ({ paid, wanted }) => {
    expect(() => decideOrder({ ...account, paid }, wanted)).toThrow(Refusal);
    expect(() => decideOrder({ ...account, paid }, wanted)).toThrow('PAYMENT.NOTHING_OWED');
  });

  it('leaves receipts with fees and charges apart, and none for 0 đồng', () => {
    expect(receiptsOf(lines, ['beforeAcceptance', 'beforeReturn'])).toEqual([
      { kind: 'phi', amount: 115_000, lines: [lines[0], lines[2]] },
      { kind: 'lePhi', amount: 50_000, lines: [lines[1]] },
    ]);
    expect(receiptsOf(lines, ['beforeReturn']).map(({ kind }) => kind)).toEqual(['lePhi']);
    expect(receiptsOf([line('PHI', 'phi', 1, 'beforeReturn')], ['beforeReturn'])).toMatchObject([{ amount: 1 }]);
  });

  it('is told to the platform with the lines that its amount pays: what was paid in part are the first', () => {
    const all = ['beforeAcceptance', 'beforeReturn'] as const;
    expect(coveredBy(lines, all, 165_000)).toEqual([lines[0], lines[1]]);
    expect(coveredBy(lines, all, 65_000)).toEqual([{ ...lines[0], net: 15_000 }, lines[1]]);
    expect(coveredBy(lines, all, 50_000)).toEqual([lines[1]]);
    expect(coveredBy(lines, all, 50_001)).toEqual([{ ...lines[0], net: 1 }, lines[1]]);
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
