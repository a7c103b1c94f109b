import { Refusal } from '@motcua/kernel';
import { dueOf } from '../tariff/assess-at-submission.js';
import { COLLECTION_TIMES, type CollectionTime } from '../tariff/tariff-line.js';
import { decideOrder, type OrderDecided } from '../order/decide-order.js';
import { stillOwed } from '../order/settled.js';
import type { Account } from './account.js';
import type { FeeRefusalCode } from '../refusal-codes.js';

/**
 * What a new order of a dossier is for. Attempts that are open are no obstacle: a pending one never locks the citizen out
 * of another way. Refused with `PAYMENT.DOSSIER_ENDED`, `PAYMENT.ALREADY_PAID`, or `PAYMENT.NOTHING_OWED`.
 */
export function placeOrder(account: Account, wanted?: readonly CollectionTime[]): OrderDecided {
  const { lines, paid, ended } = account;
  if (ended) throw new Refusal<FeeRefusalCode>('PAYMENT.DOSSIER_ENDED', { ended });
  const [due, owed] = [dueOf(lines), stillOwed(lines, paid)];
  const meant = COLLECTION_TIMES.filter((time) => due[time] > 0 && (wanted ?? COLLECTION_TIMES).includes(time));
  if (meant.length > 0 && meant.every((time) => owed[time] === 0)) {
    throw new Refusal<FeeRefusalCode>('PAYMENT.ALREADY_PAID', { collects: meant });
  }
  return decideOrder(account, wanted);
}
