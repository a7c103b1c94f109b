import type { Dong } from '@motcua/kernel';
import { isOpenRefund, type RefundStatus } from '../account/decide-refund.js';
import { type AssessedLine, sumOf } from '../tariff/assess-at-submission.js';
import type { CollectionTime, FeeKind } from '../tariff/tariff-line.js';

interface Held {
  readonly kind: FeeKind;
  readonly amount: Dong;
  /** How much of it was given back so far. */
  readonly refunded: Dong;
}

export interface GivenBack<Receipt> {
  readonly receipt: Receipt;
  readonly amount: Dong;
  /** `cancelled`: all of it at once. `adjusted`: a part, by a receipt of its own that names it. */
  readonly how: 'cancelled' | 'adjusted';
}

const net = ({ amount, refunded }: Pick<Held, 'amount' | 'refunded'>): Dong => amount - refunded;

/**
 * What a refund gives back of which receipt, the latest first: one that is given back as a whole is cancelled, of any other a part
 * is adjusted down. What was adjusted once is adjusted to the end, never cancelled (Decree 70/2025/NĐ-CP: an error is treated as
 * it was treated first).
 * @param most how much of each kind at most, before any other is taken; absent: of none more than of another
 */
export function giveBack<Receipt extends Held>(
  receipts: readonly Receipt[],
  amount: Dong,
  most?: Readonly<Record<FeeKind, Dong>>,
): readonly GivenBack<Receipt>[] {
  const parts = new Map<Receipt, Dong>();
  let left = amount;
  const take = (atMost: Record<FeeKind, Dong>): void => {
    for (const receipt of receipts.toReversed()) {
      const had = parts.get(receipt) ?? 0;
      const part = Math.min(left, net(receipt) - had, atMost[receipt.kind]);
      if (part <= 0) continue;
      parts.set(receipt, had + part);
      atMost[receipt.kind] -= part;
      left -= part;
    }
  };
  if (most) take({ ...most });
  take({ phi: Infinity, lePhi: Infinity });
  return [...parts].map(([receipt, part]) => ({
    ...{ receipt, amount: part },
    how: part === receipt.amount ? 'cancelled' : 'adjusted',
  }));
}

/** By kind, what was receipted beyond what is paid of what is owed now: what a correction has listed. */
export function receiptedBeyond(
  receipts: readonly Held[],
  { lines, paid }: { readonly lines: readonly AssessedLine[]; readonly paid: readonly CollectionTime[] },
): Record<FeeKind, Dong> {
  const beyond = (kind: FeeKind): Dong => {
    const held = receipts.filter((receipt) => receipt.kind === kind).reduce((sum, receipt) => sum + net(receipt), 0);
    const due = lines.filter((line) => line.kind === kind && (line.settled ?? paid.includes(line.collectedAt)));
    return Math.max(0, held - sumOf(due));
  };
  return { phi: beyond('phi'), lePhi: beyond('lePhi') };
}

interface Listed {
  readonly id: string;
  readonly amount: Dong;
  readonly reason: string;
  readonly status: RefundStatus;
}

/** What an end of the dossier has listed, and what a correction has: it was receipted, but for what had settled nothing at the end. */
const AT_END = ['refused', 'withdrawn', 'stopped'];
const isReceipted = (reason: string): boolean => reason === 'corrected' || AT_END.includes(reason);

/**
 * How much of a refund has a receipt: nothing of what came beyond what was owed. Of what an end has listed, what had settled nothing
 * goes first: others that are listed, or kept, hold on to the receipts.
 */
export function receiptedPart(refund: Listed, refunds: readonly Listed[], receipts: readonly Held[]): Dong {
  if (!isReceipted(refund.reason)) return 0;
  const held = receipts.reduce((sum, receipt) => sum + net(receipt), 0);
  if (!AT_END.includes(refund.reason)) return Math.min(refund.amount, held);
  const others = refunds.filter(
    ({ id, reason, status }) => id !== refund.id && isReceipted(reason) && (status === 'kept' || isOpenRefund(status)),
  );
  return Math.max(0, Math.min(refund.amount, held - others.reduce((sum, { amount }) => sum + amount, 0)));
}
