import type { Dong } from '@motcua/kernel';

/** One movement of a dossier's money. */
export interface Movement {
  readonly orderId: string | null;
  readonly kind: 'payment' | 'surplus' | 'refund';
  readonly amount: Dong;
}

/** A part of a refund that goes back to where one movement came from. */
interface RefundPart<Entry> {
  readonly came: Entry;
  readonly amount: Dong;
}

/**
 * How much of a refund goes back by which way: to no place more than came from there and has not gone back yet, the latest
 * first. `orderId` narrows it to the money of one order.
 */
export function splitRefund<Entry extends Movement>(
  entries: readonly Entry[],
  orderId: string | null,
  amount: Dong,
): RefundPart<Entry>[] {
  const gone = new Map<string | null, Dong>();
  for (const { kind, orderId: of, amount: back } of entries) {
    if (kind === 'refund') gone.set(of, (gone.get(of) ?? 0) + back);
  }
  const parts: RefundPart<Entry>[] = [];
  let left = amount;
  for (const came of entries.toReversed()) {
    if (came.kind === 'refund' || (orderId !== null && came.orderId !== orderId)) continue;
    const already = Math.min(gone.get(came.orderId) ?? 0, came.amount);
    gone.set(came.orderId, (gone.get(came.orderId) ?? 0) - already);
    const part = Math.min(left, came.amount - already);
    if (part > 0) parts.push({ came, amount: part });
    left -= part;
  }
  return parts;
}
