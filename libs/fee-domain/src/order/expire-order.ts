import type { Order } from './order.js';

/** `expired` when an order that nobody has paid has reached its end; null where it stays as it is. */
export const expireOrder = ({ status, expiresAt }: Order, now: Temporal.Instant): 'expired' | null =>
  (status === 'created' || status === 'pending') && expiresAt && Temporal.Instant.compare(expiresAt, now) <= 0
    ? 'expired'
    : null;
