import { BREAK_KINDS, type BreakKind, PaymentBreakFoundV1 } from '@motcua/contracts';
import { newId, withOffset } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';

/** Besides what is published: messages that were refused, which anybody may have sent. */
export const LOCAL_BREAK_KINDS = [...BREAK_KINDS, 'badHash', 'badMessage'] as const;
export type LocalBreakKind = (typeof LOCAL_BREAK_KINDS)[number];

export interface FoundBreak {
  /** What makes a repeat the same break. */
  readonly identity: string;
  readonly kind: LocalBreakKind;
  readonly account: { readonly dossierId: string; readonly agencies: readonly string[] } | undefined;
  readonly orderId: string | null;
  readonly reference: string;
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly detail?: string;
  readonly foundAt: Temporal.Instant;
  /** False where it is expected to resolve itself: others are not told. */
  readonly publish?: boolean;
}

const FIND_OUT = `
  INSERT INTO payment_break AS b (id, version, identity, kind, dossier_id, order_id, reference, ours, theirs, detail, found_at, last_seen_at, agencies)
  VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11)
  ON CONFLICT (identity) DO UPDATE SET occurrences = b.occurrences + 1, last_seen_at = excluded.last_seen_at, detail = excluded.detail, status = 'open',
    version = b.version + 1
  RETURNING occurrences`;

const RESOLVE = `
  UPDATE payment_break SET status = 'resolved', resolved_at = $2, resolved_by = $3, note = $4, version = version + 1
  WHERE identity = $1 AND status = 'open'`;

const isPublished = (kind: LocalBreakKind): kind is BreakKind => (BREAK_KINDS as readonly string[]).includes(kind);

/** Makes a break visible to the cashier, and tells others of it the first time. */
export async function findBreak(tx: Tx, found: FoundBreak): Promise<void> {
  const { identity, kind, account, orderId, reference, ours, theirs, detail, foundAt, publish = true } = found;
  const [row] = await tx.query<{ occurrences: number }>(FIND_OUT, [
    ...[newId(), identity, kind, account?.dossierId ?? null, orderId, reference, ours, theirs, detail ?? null, foundAt],
    account?.agencies ?? [],
  ]);
  if (row?.occurrences !== 1 || !account || !publish || !isPublished(kind)) return;
  const { dossierId } = account;
  tx.publish({
    contract: PaymentBreakFoundV1,
    key: dossierId,
    time: foundAt,
    data: { dossierId, orderId, reference, kind, ours, theirs, foundAt: withOffset(foundAt) },
  });
}

/** A break that explained itself. */
export const resolveBreak = async (
  tx: Tx,
  identity: string,
  at: Temporal.Instant,
  by: string,
  note: string,
): Promise<void> => {
  await tx.query(RESOLVE, [identity, at, by, note]);
};
