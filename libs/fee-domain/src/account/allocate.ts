import type { Dong } from '@motcua/kernel';
import { stillOwed } from '../order/settled.js';
import { COLLECTION_TIMES, type CollectionTime } from '../tariff/tariff-line.js';
import type { Account } from './account.js';

interface Allocated {
  /** The collection times that are paid by it. */
  readonly settles: readonly CollectionTime[];
  readonly unallocated: Dong;
}

/**
 * Money that has come for these collection times settles those that it covers, what is due first before the rest; with what is
 * here already it then settles whatever all is here of. What is not enough stays, and counts for what is due first.
 * @rule R16
 */
export function allocate(account: Account, collects: readonly CollectionTime[] = [], came: Dong = 0): Allocated {
  if (account.ended !== null) return { settles: [], unallocated: account.unallocated + came };
  const owed = stillOwed(account.lines, account.paid);
  const wanted = COLLECTION_TIMES.filter((time) => collects.includes(time) && owed[time] > 0);
  const settles: CollectionTime[] = [];
  let unallocated = account.unallocated + came;
  const pay = (times: readonly CollectionTime[], available: Dong): void => {
    let left = available;
    for (const time of times) {
      if (owed[time] > left) return;
      settles.push(time);
      left -= owed[time];
      unallocated -= owed[time];
    }
  };
  pay(wanted, came);
  pay(
    COLLECTION_TIMES.filter((time) => owed[time] > 0 && !settles.includes(time)),
    unallocated,
  );
  return { settles, unallocated };
}
