import { Refusal, VIETNAM } from '@motcua/kernel';
import type { IntakeCode } from '../problems.js';

/** How long what lies in a store holds. */
interface StoreValidity {
  /** Last day on which it holds, in Vietnam. */
  readonly validUntil: string | null;
  readonly revokedAt: Temporal.Instant | null;
  readonly revokedReason: string | null;
}

export const today = (now: Temporal.Instant): string => now.toZonedDateTimeISO(VIETNAM).toPlainDate().toString();

/** R20: only what still holds is reused. @throws Refusal STORE.ITEM_REVOKED, STORE.ITEM_EXPIRED @rule R20 */
export function assertReusable({ validUntil, revokedAt, revokedReason }: StoreValidity, now: Temporal.Instant): void {
  if (revokedAt !== null) throw new Refusal<IntakeCode>('STORE.ITEM_REVOKED', { reason: revokedReason });
  if (validUntil !== null && validUntil < today(now))
    throw new Refusal<IntakeCode>('STORE.ITEM_EXPIRED', { validUntil });
}
