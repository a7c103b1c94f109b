import { type UnusableBecause, unusableBecause } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import type { StoredPaper } from '../persistence/store-item-row.js';
import type { IntakeCode } from '../problems.js';

const CODES = {
  revoked: 'STORE.ITEM_REVOKED',
  expired: 'STORE.ITEM_EXPIRED',
  denial: 'STORE.ITEM_IS_DENIAL',
  unpaid: 'STORE.ITEM_UNPAID',
} as const satisfies Record<UnusableBecause, IntakeCode>;

/**
 * Only what still holds is reused, and what is owed for is paid first.
 * @rule R16 R20
 * @throws Refusal STORE.ITEM_REVOKED, STORE.ITEM_EXPIRED, STORE.ITEM_IS_DENIAL, STORE.ITEM_UNPAID
 */
export function assertReusable(paper: StoredPaper, now: Temporal.Instant): void {
  const why = unusableBecause(paper, now);
  if (!why) return;
  const { validUntil, revokedReason: reason, owed } = paper;
  throw new Refusal<IntakeCode>(
    CODES[why],
    why === 'revoked' ? { reason } : why === 'expired' ? { validUntil } : { owed },
  );
}
