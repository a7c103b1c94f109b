import fc from 'fast-check';
import type { AssessedLine } from '../tariff/assess-at-submission.js';
import type { CollectionTime } from '../tariff/tariff-line.js';
import { type Movement, splitRefund } from './split-refund.js';
import { receiptsOf } from '../order/receipts.js';
import {
  type MoneyOwner,
  postCorrected,
  postKept,
  postListed,
  postPayment,
  postRefund,
  postSettled,
  postSurplus,
  postUnneeded,
  type Way,
} from './post.js';
import { accountsIn, balanceAfter, overdrawn } from './books.fixture.js';
import type { LedgerAccount, Posting } from './posting.js';

const line = (code: string, kind: 'phi' | 'lePhi', net: number, collectedAt: CollectionTime): AssessedLine => ({
  ...{ code, kind, name: code, base: net, net, collectedAt, reduction: null },
});
const owner: MoneyOwner = {
  dossierId: 'D1',
  agency: 'H48.12',
  lines: [
    line('PHI', 'phi', 115_000, 'beforeAcceptance'),
    line('LP', 'lePhi', 30_000, 'beforeAcceptance'),
    line('LP-2', 'lePhi', 20_000, 'beforeReturn'),
  ],
};
const cash: Way = { method: 'counter', agency: 'H48.12', cashier: 'cashier-1' };
const online: Way = { method: 'nationalPlatform', agency: 'H48.12', cashier: null };
const transfer: Way = { method: 'transfer', agency: 'H48.12', cashier: null };

/** All of what is owed at these times comes in at once. */
function paysAll(way: Way, times: readonly CollectionTime[]): Posting[] {
  const receipts = receiptsOf(owner.lines, times);
  const amount = receipts.reduce((sum, receipt) => sum + receipt.amount, 0);
  return [
    ...postPayment(way, owner, amount),
    ...receipts.flatMap((receipt) => postSettled('D1', { ...receipt, agency: owner.agency })),
  ];
}

const receiptsAt = (times: readonly CollectionTime[], agency = owner.agency) =>
  receiptsOf(owner.lines, times).map((receipt) => ({ ...receipt, agency }));

const sheet = (postings: readonly Posting[]): Record<string, number> =>
  Object.fromEntries(
    accountsIn(postings)
      .filter((account) => account !== 'unallocated/D1' || balanceAfter(postings, account) !== 0)
      .map((account) => [account, balanceAfter(postings, account)]),
  );

describe('the ledger', () => {
  it('has cash in the drawer of its cashier, and service fees and state charges due apart', () => {
    expect(sheet(paysAll(cash, ['beforeAcceptance']))).toEqual({
      'drawer/H48.12/cashier-1': 145_000,
      'due/H48.12/phi': 115_000,
      'due/H48.12/lePhi': 30_000,
    });
  });

  it('has an online payment with the platform and a transfer at the bank', () => {
    expect(sheet(paysAll(online, ['beforeReturn']))).toEqual({
      clearing: 20_000,
      'due/H48.12/lePhi': 20_000,
    });
    expect(sheet(paysAll(transfer, ['beforeReturn']))).toEqual({ bank: 20_000, 'due/H48.12/lePhi': 20_000 });
  });

  it('owes the payer what came without being owed, until it goes back the way that it came', () => {
    const came = postSurplus(online, owner, 145_000);
    expect(sheet(came)).toEqual({ clearing: 145_000, 'payer/D1': 145_000 });
    expect(sheet([...came, ...postRefund(online, owner, 145_000)])).toEqual({ clearing: 0, 'payer/D1': 0 });
  });

  it('owes the payer all that was paid when the dossier ends, and keeps what is not paid back (R16)', () => {
    const paid = [
      ...paysAll(cash, ['beforeAcceptance']),
      ...postListed(owner, ['beforeAcceptance'], receiptsAt(['beforeAcceptance'])),
    ];
    expect(sheet(paid)).toEqual({
      'drawer/H48.12/cashier-1': 145_000,
      'due/H48.12/phi': 0,
      'due/H48.12/lePhi': 0,
      'payer/D1': 145_000,
    });
    const decided = [...paid, ...postRefund(cash, owner, 100_000), ...postKept(owner, 45_000)];
    expect(sheet(decided)).toEqual({
      'drawer/H48.12/cashier-1': 45_000,
      'due/H48.12/phi': 0,
      'due/H48.12/lePhi': 0,
      'payer/D1': 0,
      'kept/H48.12': 45_000,
    });
  });

  it("has a part that settles nothing yet as the dossier's, and as the payer's once the dossier has ended", () => {
    const part = postPayment(transfer, owner, 100_000);
    expect(sheet(part)).toEqual({ bank: 100_000, 'unallocated/D1': 100_000 });
    expect(sheet([...part, ...postListed(owner, [], [], 100_000)])).toEqual({ bank: 100_000, 'payer/D1': 100_000 });
  });

  it('owes the payer what a correction has made less, and no kind more than is paid', () => {
    const less = { ...owner.lines[0]!, net: 90_000 };
    const more = { ...owner.lines[1]!, net: 40_000 };
    const paid = receiptsAt(['beforeAcceptance']);
    expect(postCorrected(owner, [less, owner.lines[1]!], ['beforeAcceptance'], paid)).toEqual([
      { debit: 'due/H48.12/phi', credit: 'payer/D1', amount: 25_000 },
    ]);
    expect(postCorrected(owner, [less, more], ['beforeAcceptance'], paid)).toEqual([
      { debit: 'due/H48.12/phi', credit: 'due/H48.12/lePhi', amount: 10_000 },
      { debit: 'due/H48.12/phi', credit: 'payer/D1', amount: 15_000 },
    ]);
    expect(postCorrected(owner, [less], [], paid)).toEqual([]);
    // A kind of which nothing is due any more.
    expect(postCorrected(owner, [less], ['beforeAcceptance'], paid)).toEqual([
      { debit: 'due/H48.12/phi', credit: 'payer/D1', amount: 25_000 },
      { debit: 'due/H48.12/lePhi', credit: 'payer/D1', amount: 30_000 },
    ]);
  });

  it('takes what a correction has made less from the agencies that collected it, the latest first', () => {
    const [, charge] = owner.lines;
    const receipts = [
      { agency: 'H48.12', kind: 'phi', amount: 100_000 },
      { agency: 'H48.12', kind: 'lePhi', amount: 30_000 },
      { agency: 'H48.33', kind: 'phi', amount: 15_000 },
    ] as const;
    const lines = [
      { ...owner.lines[0]!, net: 90_000 },
      { ...charge!, net: 50_000 },
    ];
    expect(postCorrected(owner, lines, ['beforeAcceptance'], receipts)).toEqual([
      { debit: 'due/H48.33/phi', credit: 'due/H48.12/lePhi', amount: 15_000 },
      { debit: 'due/H48.12/phi', credit: 'due/H48.12/lePhi', amount: 5_000 },
      { debit: 'due/H48.12/phi', credit: 'payer/D1', amount: 5_000 },
    ]);
  });

  it('moves the last đồng from kind to kind, and owes it to the payer', () => {
    const corrected = (fee: number, charge: number) =>
      postCorrected(
        owner,
        [
          { ...owner.lines[0]!, net: fee },
          { ...owner.lines[1]!, net: charge },
        ],
        ['beforeAcceptance'],
        receiptsAt(['beforeAcceptance']),
      );
    expect(corrected(114_999, 30_001)).toEqual([{ debit: 'due/H48.12/phi', credit: 'due/H48.12/lePhi', amount: 1 }]);
    expect(corrected(114_999, 30_000)).toEqual([{ debit: 'due/H48.12/phi', credit: 'payer/D1', amount: 1 }]);
    expect(corrected(115_002, 29_999)).toEqual([{ debit: 'due/H48.12/lePhi', credit: 'due/H48.12/phi', amount: 1 }]);
    expect(postUnneeded('D1', 1)).toEqual([{ debit: 'unallocated/D1', credit: 'payer/D1', amount: 1 }]);
    expect(postUnneeded('D1', 0)).toEqual([]);
  });

  it('takes what is listed from the agency that collected it, also after the dossier has moved', () => {
    const moved = { ...owner, agency: 'H48.99' };
    expect(postListed(moved, ['beforeReturn'], receiptsAt(['beforeReturn']))).toEqual([
      { debit: 'due/H48.12/lePhi', credit: 'payer/D1', amount: 20_000 },
    ]);
  });

  it('keeps the last đồng, and posts nothing where nothing is kept', () => {
    expect(postKept(owner, 1)).toEqual([{ debit: 'payer/D1', credit: 'kept/H48.12', amount: 1 }]);
    expect(postKept(owner, 0)).toEqual([]);
  });

  it('names an account from which more went out than came in', () => {
    expect(overdrawn([...postSurplus(cash, owner, 10), ...postRefund(online, owner, 10)])).toEqual(['clearing']);
  });
});

describe('a refund', () => {
  const entry = (orderId: string, kind: Movement['kind'], amount: number): Movement => ({ orderId, kind, amount });

  it('of a mixed payment goes back in one part per way', () => {
    const entries = [entry('online', 'payment', 12_500), entry('cash', 'payment', 50_000)];
    expect(splitRefund(entries, null, 62_500)).toEqual([
      { came: entries[1], amount: 50_000 },
      { came: entries[0], amount: 12_500 },
    ]);
  });

  it('goes to no place twice', () => {
    const entries = [
      entry('online', 'payment', 12_500),
      entry('cash', 'payment', 50_000),
      entry('cash', 'refund', 45_000),
    ];
    expect(splitRefund(entries, null, 17_500).map(({ amount }) => amount)).toEqual([5_000, 12_500]);
  });

  it('has no part of nothing, and one of a single đồng', () => {
    const entries = [
      entry('online', 'payment', 12_500),
      entry('cash', 'payment', 50_000),
      entry('cash', 'refund', 50_000),
    ];
    expect(splitRefund(entries, null, 1)).toEqual([{ came: entries[0], amount: 1 }]);
  });

  it('of an order that was paid in two movements counts what went back once, from the latest on', () => {
    const came = [entry('A', 'payment', 100), entry('A', 'surplus', 50)];
    expect(splitRefund(came, null, 150)).toEqual([
      { came: came[1], amount: 50 },
      { came: came[0], amount: 100 },
    ]);
    expect(splitRefund([...came, entry('A', 'refund', 120)], null, 30)).toEqual([{ came: came[0], amount: 30 }]);
  });

  it('of one order leaves the money of the others', () => {
    const entries = [entry('A', 'surplus', 100), entry('B', 'payment', 100)];
    expect(splitRefund(entries, 'A', 100)).toEqual([{ came: entries[0], amount: 100 }]);
  });
});

describe('whatever comes and goes, in whatever order', () => {
  const way = fc.constantFrom(cash, online, transfer);
  const act = fc.oneof(
    fc.record({
      does: fc.constant('pay' as const),
      way,
      time: fc.constantFrom<CollectionTime>('beforeAcceptance', 'beforeReturn'),
    }),
    fc.record({ does: fc.constant('surplus' as const), way, amount: fc.integer({ min: 1, max: 200_000 }) }),
    fc.record({ does: fc.constant('refund' as const), share: fc.integer({ min: 1, max: 100 }) }),
    fc.record({ does: fc.constant('keep' as const), share: fc.integer({ min: 1, max: 100 }) }),
    fc.record({ does: fc.constant('end' as const) }),
  );

  interface Came extends Movement {
    readonly way: Way;
  }

  it('the books balance, and nothing is paid out that did not come in', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const postings: Posting[] = [];
        const entries: Came[] = [];
        let [paid, ended]: [CollectionTime[], boolean] = [[], false];
        const payer: LedgerAccount = 'payer/D1';
        for (const [index, one] of acts.entries()) {
          const orderId = String(index);
          if (one.does === 'pay' && !ended && !paid.includes(one.time)) {
            paid = [...paid, one.time];
            postings.push(...paysAll(one.way, [one.time]));
            entries.push({
              orderId,
              kind: 'payment',
              amount: one.time === 'beforeReturn' ? 20_000 : 145_000,
              way: one.way,
            });
          } else if (one.does === 'surplus') {
            postings.push(...postSurplus(one.way, owner, one.amount));
            entries.push({ orderId, kind: 'surplus', amount: one.amount, way: one.way });
          } else if (one.does === 'end' && !ended) {
            ended = true;
            postings.push(...postListed(owner, paid, receiptsAt(paid)));
          } else if (one.does === 'keep') {
            postings.push(...postKept(owner, Math.floor((balanceAfter(postings, payer) * one.share) / 100)));
          } else if (one.does === 'refund') {
            const wanted = Math.floor((balanceAfter(postings, payer) * one.share) / 100);
            // Before an end only surplus may go back: the rest is the treasury's.
            const may = ended
              ? entries
              : entries.filter(
                  ({ kind, orderId: of }) =>
                    kind === 'surplus' ||
                    (kind === 'refund' && entries.some((e) => e.kind === 'surplus' && e.orderId === of)),
                );
            for (const { came, amount } of splitRefund(may, null, wanted)) {
              postings.push(...postRefund(came.way, owner, amount));
              entries.push({ ...came, kind: 'refund', amount });
            }
          }
          expect(overdrawn(postings)).toEqual([]);
        }
        const held = accountsIn(postings).filter((account) => /^(?:drawer|bank|clearing)/.test(account));
        const sum = (accounts: readonly LedgerAccount[]): number =>
          accounts.reduce((total, account) => total + balanceAfter(postings, account), 0);
        expect(sum(held)).toBe(sum(accountsIn(postings).filter((account) => !held.includes(account))));
        const moved = (kind: 'in' | 'out'): number =>
          entries.reduce(
            (total, { kind: of, amount }) => total + ((of === 'refund') === (kind === 'out') ? amount : 0),
            0,
          );
        expect(sum(held)).toBe(moved('in') - moved('out'));
      }),
      { numRuns: 2_000 },
    );
  });
});
