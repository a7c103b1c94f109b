import { type Dong, Refusal } from '@motcua/kernel';
import type { AssessedLine } from '../tariff/assess-at-submission.js';
import { COLLECTION_TIMES, type CollectionTime } from '../tariff/tariff-line.js';
import type { FeeRefusalCode } from '../refusal-codes.js';
import { stillOwed } from './settled.js';

interface OrderRequest {
  readonly lines: readonly AssessedLine[];
  /** Collection times that are paid. Orders that are merely pending lock nobody out. */
  readonly paid: readonly CollectionTime[];
  /** What to pay; absent: what is due first. */
  readonly wanted?: readonly CollectionTime[];
}

export interface OrderDecided {
  readonly amount: Dong;
  readonly collects: readonly CollectionTime[];
}

/** What a new order is for. Refused with `PAYMENT.NOTHING_OWED` where nothing of it is owed. */
export const decideOrder = ({ lines, paid, wanted }: OrderRequest): OrderDecided => {
  const owed = stillOwed(lines, paid);
  const open = COLLECTION_TIMES.filter((time) => owed[time] > 0);
  const collects = wanted ? open.filter((time) => wanted.includes(time)) : open.slice(0, 1);
  if (collects.length === 0) throw new Refusal<FeeRefusalCode>('PAYMENT.NOTHING_OWED', { owed });
  return { amount: collects.reduce((sum, time) => sum + owed[time], 0), collects };
};
