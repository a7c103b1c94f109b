import { type DifferenceAct, postDifferenceSettled } from '@motcua/fee-domain';
import { type Aggregate, rowTable } from '@motcua/platform';
import type { StoredCashDay } from './cash-days.js';
import { line } from './history.js';
import { savePostings, type StoredPosting } from './postings.js';

/** What became of the difference of a day, or of a part of it. */
export interface StoredCashSettlement {
  readonly id: string;
  readonly cashDayId: string;
  readonly agency: string;
  /** Whose drawer it was. */
  readonly cashier: string;
  readonly act: DifferenceAct;
  readonly amount: number;
  /** Of the slip of the payment, or of the decision. */
  readonly number: string;
  readonly note: string;
  readonly at: Temporal.Instant;
  readonly by: string;
}

export const CASH_SETTLEMENTS = rowTable<StoredCashSettlement>('cash_settlement', {
  id: 'key',
  cashDayId: 'fixed',
  agency: 'fixed',
  cashier: 'fixed',
  act: 'fixed',
  amount: 'fixed',
  number: 'fixed',
  note: 'fixed',
  at: 'fixed',
  by: 'fixed',
});

export interface CashSettled {
  readonly day: StoredCashDay;
  readonly settlement: StoredCashSettlement;
}

export function differencePostings({ settlement }: CashSettled): StoredPosting[] {
  const { id: source, act: why, amount, at } = settlement;
  return postDifferenceSettled(settlement, why, amount).map((posting) => ({
    ...{ source, why, n: 0, dossierId: null, cashDayId: null, at, ...posting },
  }));
}

/** The difference of a day that is closed: the day stays as it is. */
export const CASH_SETTLEMENT: Aggregate<CashSettled> = {
  save: async (queries, changes) => {
    await Promise.all([
      queries.query(CASH_SETTLEMENTS.insert(changes.map(({ settlement }) => settlement))),
      savePostings(queries, changes.flatMap(differencePostings)),
    ]);
    return undefined;
  },
  events: () => [],
  history: ({ settlement: { cashDayId, act, amount, number, note, at, by: actor } }) => [
    line('cashDay', cashDayId, 'differenceSettled', { at, actor, detail: { act, amount, number, note } }),
  ],
};
