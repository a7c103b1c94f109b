import type { Dong } from '@motcua/kernel';
import { stillOwed } from '../order/settled.js';
import type { AssessedLine } from '../tariff/assess-at-submission.js';
import type { CollectionTime } from '../tariff/tariff-line.js';

export type AccountEnd = 'refused' | 'withdrawn' | 'stopped';

/** What a dossier owes and what of it is paid: whole collection times, never parts of one. */
export interface Account {
  readonly lines: readonly AssessedLine[];
  readonly paid: readonly CollectionTime[];
  /** Why nothing is collected any more; null while the dossier lives. */
  readonly ended: AccountEnd | null;
}

/**
 * Whether all that an order collects is still owed by a dossier that lives, and as much: else its money settles nothing. A
 * correction of the dossier may have changed what is owed since the order was placed.
 */
export const owesAll = (
  { lines, paid, ended }: Account,
  { collects, amount }: { readonly collects: readonly CollectionTime[]; readonly amount: Dong },
): boolean => {
  const owed = stillOwed(lines, paid);
  return (
    ended === null &&
    !collects.some((time) => paid.includes(time)) &&
    collects.reduce((sum, time) => sum + owed[time], 0) === amount
  );
};
