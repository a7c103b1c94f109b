import type { Dong } from '@motcua/kernel';
import { type AssessedLine, sumOf } from '../tariff/assess-at-submission.js';
import { type CollectionTime, FEE_KINDS, type FeeKind } from '../tariff/tariff-line.js';
import type { PaymentMethod } from '../order/order.js';
import { inTurn } from '../order/in-turn.js';
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

/** A mistake is undone by the same postings the other way. */
export const postReversal = (postings: readonly Posting[]): Posting[] =>
  postings.map(({ debit, credit, amount }) => ({ debit: credit, credit: debit, amount }));

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
  ...byKind(paidOf(lines, paid)).flatMap(({ kind, amount }) =>
    dueTo(receipts, kind, amount).map((due): Posting => ({
      ...{ debit: `due/${due.agency}/${kind}`, credit: `payer/${dossierId}`, amount: due.amount },
    })),
  ),
  ...postUnneeded(dossierId, unallocated),
];

/** To which agencies an amount is due: those that the receipts name, the earliest first. The dossier may have moved since. */
function dueTo(receipts: readonly Settled[], kind: FeeKind, amount: Dong): readonly Omit<Settled, 'kind'>[] {
  const ofKind = receipts.filter((receipt) => receipt.kind === kind);
  const parts = inTurn(ofKind, (receipt) => receipt.amount, amount);
  return parts.map(({ item, amount: part }) => ({ agency: item.agency, amount: part }));
}

/** What is here for a dossier that owes nothing any more is its payer's. */
export const postUnneeded = (dossierId: string, amount: Dong): Posting[] =>
  amount > 0 ? [{ debit: `unallocated/${dossierId}`, credit: `payer/${dossierId}`, amount }] : [];

/** A correction has made less due of what is paid: the difference is the payer's, and a part may be due as another kind. */
export function postCorrected(
  { dossierId, agency, lines }: MoneyOwner,
  corrected: readonly AssessedLine[],
  paid: readonly CollectionTime[],
  receipts: readonly Settled[],
): Posting[] {
  const due = (of: readonly AssessedLine[], wanted: FeeKind): Dong =>
    sumOf(paidOf(of, paid).filter(({ kind }) => kind === wanted));
  const less = FEE_KINDS.map((kind) => ({ kind, amount: due(lines, kind) - due(corrected, kind) }));
  // What is more due of another kind takes its part first; the rest is the payer's.
  const takers = [
    ...less.map(({ kind, amount }) => ({ credit: `due/${agency}/${kind}` as const, open: Math.max(0, -amount) })),
    { credit: `payer/${dossierId}` as const, open: Infinity },
  ];
  return less.flatMap(({ kind, amount }) =>
    // The latest is corrected first: an end takes the earliest.
    dueTo(receipts.toReversed(), kind, amount).flatMap((from) =>
      inTurn(takers, ({ open }) => open, from.amount).map(({ item, amount: part }): Posting => {
        item.open -= part;
        return { debit: `due/${from.agency}/${kind}`, credit: item.credit, amount: part };
      }),
    ),
  );
}

const paidOf = (lines: readonly AssessedLine[], paid: readonly CollectionTime[]): AssessedLine[] =>
  lines.filter(({ collectedAt, settled }) => settled ?? paid.includes(collectedAt));

/** A refund goes back the way that the money came. */
export const postRefund = (way: Way, { dossierId }: MoneyOwner, amount: Dong): Posting[] => [
  { debit: `payer/${dossierId}`, credit: placeOf(way), amount },
];

/** What is listed and not paid back stays with the agency that collected it. */
export const postKept = ({ dossierId, agency }: MoneyOwner, amount: Dong): Posting[] =>
  amount > 0 ? [{ debit: `payer/${dossierId}`, credit: `kept/${agency}`, amount }] : [];
