import type { Dong } from '@motcua/kernel';
import { stillOwed } from '../order/settled.js';
import type { AssessedLine } from '../tariff/assess-at-submission.js';
import { COLLECTION_TIMES, type CollectionTime } from '../tariff/tariff-line.js';

export type AccountEnd = 'refused' | 'withdrawn' | 'stopped';

/** What a dossier owes, what of it is paid, and what is here for the rest: a collection time is paid when all of it is here. */
export interface Account {
  readonly lines: readonly AssessedLine[];
  readonly paid: readonly CollectionTime[];
  /** Why nothing is collected any more; null while the dossier lives. */
  readonly ended: AccountEnd | null;
  /** Received for what is owed, and not yet enough for all of the collection time that it goes to. */
  readonly unallocated: Dong;
}

/** By collection time: what is still to be paid, when what is here and not allocated goes to what is due first. */
export function outstanding({ lines, paid, ended, unallocated }: Account): Record<CollectionTime, Dong> {
  const owed = stillOwed(lines, paid);
  let left = unallocated;
  for (const time of COLLECTION_TIMES) {
    const covered = ended === null ? Math.min(left, owed[time]) : owed[time];
    owed[time] -= covered;
    left -= covered;
  }
  return owed;
}

/** What is still to be paid of these collection times. */
export function outstandingOf(account: Account, collects: readonly CollectionTime[]): Dong {
  const owed = outstanding(account);
  return collects.reduce((sum, time) => sum + owed[time], 0);
}
