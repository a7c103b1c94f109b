import type { Dong } from '@motcua/kernel';
import type { AssessedLine } from '../tariff/assess-at-submission.js';
import type { CollectionTime } from '../tariff/tariff-line.js';
import type { PaymentMethod } from '../order/order.js';
import { byKind, receiptsOf } from '../order/receipts.js';
import type { LedgerAccount, Posting } from './posting.js';

/** By which way money came or went, and through whose hands where it was cash. */
export interface Way {
  readonly method: PaymentMethod;
  /** The agency whose counter it was. */
  readonly agency: string;
  readonly cashier: string | null;
}

/** The dossier that money is about. */
export interface MoneyOwner {
  readonly dossierId: string;
  /** The agency that collects for the treasury. */
  readonly agency: string;
  readonly lines: readonly AssessedLine[];
}

/** Where money of a way lies. */
export const placeOf = ({ method, agency, cashier }: Way): LedgerAccount =>
  method === 'counter' ? `drawer/${agency}/${cashier ?? 'unknown'}` : method === 'transfer' ? 'bank' : 'clearing';

/** A payment that settles fees: what came in is due to the treasury, service fees and state charges apart. */
export const postPayment = (way: Way, owner: MoneyOwner, collects: readonly CollectionTime[]): Posting[] =>
  receiptsOf(owner.lines, collects).map(({ kind, amount }) => ({
    debit: placeOf(way),
    credit: `due/${owner.agency}/${kind}`,
    amount,
  }));

/** Money that came without being owed: the payer's. */
export const postSurplus = (way: Way, { dossierId }: MoneyOwner, amount: Dong): Posting[] => [
  { debit: placeOf(way), credit: `payer/${dossierId}`, amount },
];

/** The dossier has ended and what it paid is listed: the payer's, until the cashier decides (R16). */
export const postListed = ({ dossierId, agency, lines }: MoneyOwner, paid: readonly CollectionTime[]): Posting[] =>
  byKind(lines.filter(({ collectedAt, settled }) => settled ?? paid.includes(collectedAt))).map(({ kind, amount }) => ({
    debit: `due/${agency}/${kind}`,
    credit: `payer/${dossierId}`,
    amount,
  }));

/** A refund goes back the way that the money came. */
export const postRefund = (way: Way, { dossierId }: MoneyOwner, amount: Dong): Posting[] => [
  { debit: `payer/${dossierId}`, credit: placeOf(way), amount },
];

/** What is listed and not paid back stays with the agency that collected it. */
export const postKept = ({ dossierId, agency }: MoneyOwner, amount: Dong): Posting[] =>
  amount > 0 ? [{ debit: `payer/${dossierId}`, credit: `kept/${agency}`, amount }] : [];
