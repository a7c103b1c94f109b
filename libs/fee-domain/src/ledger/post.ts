import type { Dong } from '@motcua/kernel';
import type { AssessedLine } from '../tariff/assess-at-submission.js';
import { type CollectionTime, FEE_KINDS, type FeeKind } from '../tariff/tariff-line.js';
import type { PaymentMethod } from '../order/order.js';
import { byKind } from '../order/receipts.js';
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

/** What a receipt says. */
interface Settled {
  readonly agency: string;
  readonly kind: FeeKind;
  readonly amount: Dong;
}

/** Where money of a way lies. */
export const placeOf = ({ method, agency, cashier }: Way): LedgerAccount =>
  method === 'counter' ? `drawer/${agency}/${cashier ?? 'unknown'}` : method === 'transfer' ? 'bank' : 'clearing';

/** Money for what is owed: of the dossier, until it is enough to settle something. */
export const postPayment = (way: Way, { dossierId }: MoneyOwner, amount: Dong): Posting[] => [
  { debit: placeOf(way), credit: `unallocated/${dossierId}`, amount },
];

/** What a receipt is for is due to the treasury from then on, service fees and state charges apart. */
export const postSettled = (dossierId: string, { agency, kind, amount }: Settled): Posting[] => [
  { debit: `unallocated/${dossierId}`, credit: `due/${agency}/${kind}`, amount },
];

/** Money that came without being owed: the payer's. */
export const postSurplus = (way: Way, { dossierId }: MoneyOwner, amount: Dong): Posting[] => [
  { debit: placeOf(way), credit: `payer/${dossierId}`, amount },
];

/**
 * The dossier has ended and what it paid is listed, also what settled nothing yet: the payer's, until the cashier decides
 * (R16).
 */
export const postListed = (
  { dossierId, lines }: MoneyOwner,
  paid: readonly CollectionTime[],
  receipts: readonly Settled[],
  unallocated: Dong = 0,
): Posting[] => [
  ...paidByKind(lines, paid).flatMap(({ kind, amount }) =>
    dueTo(receipts, kind, amount).map((due): Posting => ({
      ...{ debit: `due/${due.agency}/${kind}`, credit: `payer/${dossierId}`, amount: due.amount },
    })),
  ),
  ...postUnneeded(dossierId, unallocated),
];

/** To which agencies an amount is due: those that the receipts name, the earliest first. The dossier may have moved since. */
function dueTo(receipts: readonly Settled[], kind: FeeKind, amount: Dong): readonly Omit<Settled, 'kind'>[] {
  let left = amount;
  return receipts.flatMap((receipt) => {
    const part = receipt.kind === kind ? Math.min(left, receipt.amount) : 0;
    left -= part;
    return part > 0 ? [{ agency: receipt.agency, amount: part }] : [];
  });
}

/** What is here for a dossier that owes nothing any more is its payer's. */
export const postUnneeded = (dossierId: string, amount: Dong): Posting[] =>
  amount > 0 ? [{ debit: `unallocated/${dossierId}`, credit: `payer/${dossierId}`, amount }] : [];

/** A correction has made less due of what is paid: the difference is the payer's, and a part may be due as another kind. */
export const postCorrected = (
  { dossierId, agency, lines }: MoneyOwner,
  corrected: readonly AssessedLine[],
  paid: readonly CollectionTime[],
  receipts: readonly Settled[],
): Posting[] => {
  const due = (of: readonly AssessedLine[], wanted: FeeKind): Dong =>
    paidByKind(of, paid).find(({ kind }) => kind === wanted)?.amount ?? 0;
  const less = FEE_KINDS.map((kind) => ({ kind, amount: due(lines, kind) - due(corrected, kind) }));
  const more = less.find(({ amount }) => amount < 0);
  return less.flatMap(({ kind, amount }): Posting[] => {
    // The latest is corrected first: an end takes the earliest.
    const from = dueTo(receipts.toReversed(), kind, Math.max(0, amount));
    let moved = more ? Math.min(Math.max(0, amount), -more.amount) : 0;
    return from.flatMap(({ agency: of, amount: part }): Posting[] => {
      const debit = `due/${of}/${kind}` as const;
      const asOther = Math.min(moved, part);
      moved -= asOther;
      return [
        ...(more && asOther > 0 ? [{ debit, credit: `due/${agency}/${more.kind}` as const, amount: asOther }] : []),
        ...(part > asOther ? [{ debit, credit: `payer/${dossierId}` as const, amount: part - asOther }] : []),
      ];
    });
  });
};

const paidByKind = (lines: readonly AssessedLine[], paid: readonly CollectionTime[]): ReturnType<typeof byKind> =>
  byKind(lines.filter(({ collectedAt, settled }) => settled ?? paid.includes(collectedAt)));

/** A refund goes back the way that the money came. */
export const postRefund = (way: Way, { dossierId }: MoneyOwner, amount: Dong): Posting[] => [
  { debit: `payer/${dossierId}`, credit: placeOf(way), amount },
];

/** What is listed and not paid back stays with the agency that collected it. */
export const postKept = ({ dossierId, agency }: MoneyOwner, amount: Dong): Posting[] =>
  amount > 0 ? [{ debit: `payer/${dossierId}`, credit: `kept/${agency}`, amount }] : [];
