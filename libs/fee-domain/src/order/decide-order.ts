import { type Dong, Refusal } from '@motcua/kernel';
import { COLLECTION_TIMES, type CollectionTime } from '../tariff/tariff-line.js';
import type { FeeRefusalCode } from '../refusal-codes.js';
import { type Account, outstanding } from '../account/account.js';

export interface OrderDecided {
  readonly amount: Dong;
  readonly collects: readonly CollectionTime[];
}

/**
 * What a new order is for: `wanted`, or what is due first; never more than what is still owed of it. Orders that are merely
 * pending lock nobody out. Refused with `PAYMENT.NOTHING_OWED` where nothing of it is owed.
 */
export function decideOrder(account: Account, wanted?: readonly CollectionTime[]): OrderDecided {
  const owed = outstanding(account);
  const open = COLLECTION_TIMES.filter((time) => owed[time] > 0);
  const collects = wanted ? open.filter((time) => wanted.includes(time)) : open.slice(0, 1);
  if (collects.length === 0) throw new Refusal<FeeRefusalCode>('PAYMENT.NOTHING_OWED', { owed });
  return { amount: collects.reduce((sum, time) => sum + owed[time], 0), collects };
}
