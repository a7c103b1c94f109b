import type { Dong } from '@motcua/kernel';

export const COLLECTION_TIMES = ['beforeAcceptance', 'beforeReturn'] as const;
export type CollectionTime = (typeof COLLECTION_TIMES)[number];

export type FeeKind = 'phi' | 'lePhi';

/** What an account needs to know of an assessed line. */
export interface OwedLine {
  readonly code: string;
  readonly kind: FeeKind;
  readonly name: string;
  readonly net: Dong;
  readonly collectedAt: CollectionTime;
}

export type AccountEnd = 'refused' | 'withdrawn' | 'stopped';

/** What a dossier owes and what of it is settled: whole collection times, never parts of one. */
export interface Account {
  readonly lines: readonly OwedLine[];
  readonly settled: readonly CollectionTime[];
  /** Why nothing is collected any more; null while the dossier lives. */
  readonly ended: AccountEnd | null;
}

/** Sum of the lines of these collection times. */
export const amountOf = (account: Pick<Account, 'lines'>, collect: readonly CollectionTime[]): Dong =>
  account.lines.filter(({ collectedAt }) => collect.includes(collectedAt)).reduce((sum, { net }) => sum + net, 0);

/** Collection times, in their order, of which something is still owed. */
export const outstanding = (account: Account): CollectionTime[] =>
  COLLECTION_TIMES.filter((time) => !account.settled.includes(time) && amountOf(account, [time]) > 0);

export const dueNothingMore = (account: Account): Readonly<Record<CollectionTime, boolean>> => {
  const due = outstanding(account);
  return { beforeAcceptance: !due.includes('beforeAcceptance'), beforeReturn: !due.includes('beforeReturn') };
};
