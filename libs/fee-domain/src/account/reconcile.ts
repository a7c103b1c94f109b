import type { Dong } from '@motcua/kernel';

/** One payment as one side lists it. */
export interface StatementRow {
  readonly reference: string;
  readonly transaction: string;
  readonly amount: Dong;
}

export const RECONCILIATION_OUTCOMES = ['matched', 'amountDiffers', 'onlyOurs', 'onlyTheirs'] as const;
export type ReconciliationOutcome = (typeof RECONCILIATION_OUTCOMES)[number];

export interface ReconciledRow {
  readonly outcome: ReconciliationOutcome;
  readonly reference: string;
  readonly transaction: string;
  readonly ours: Dong | null;
  readonly theirs: Dong | null;
}

const keyOf = ({ reference, transaction }: StatementRow): string => JSON.stringify([reference, transaction]);

/**
 * Compares two statements by reference and transaction, row by row: a payment that one side lists twice has to be listed
 * twice by the other. Theirs in their order, then what is only ours.
 */
export function reconcile(ours: readonly StatementRow[], theirs: readonly StatementRow[]): ReconciledRow[] {
  const left = new Map<string, StatementRow[]>();
  for (const row of ours) left.set(keyOf(row), [...(left.get(keyOf(row)) ?? []), row]);
  const take = (row: StatementRow): StatementRow | undefined => {
    const candidates = left.get(keyOf(row)) ?? [];
    const same = candidates.findIndex(({ amount }) => amount === row.amount);
    return candidates.splice(Math.max(0, same), 1)[0];
  };
  const compared = theirs.map((row): ReconciledRow => {
    const { reference, transaction, amount } = row;
    const own = take(row);
    if (!own) return { outcome: 'onlyTheirs', reference, transaction, ours: null, theirs: amount };
    return {
      outcome: own.amount === amount ? 'matched' : 'amountDiffers',
      reference,
      transaction,
      ours: own.amount,
      theirs: amount,
    };
  });
  const missing = [...left.values()].flat().map(({ reference, transaction, amount }): ReconciledRow => ({
    outcome: 'onlyOurs',
    reference,
    transaction,
    ours: amount,
    theirs: null,
  }));
  return [...compared, ...missing];
}
