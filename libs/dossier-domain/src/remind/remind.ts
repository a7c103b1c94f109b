import { statusAfter } from '../life/moves.js';
import type { DossierStatus } from '../life/statuses.js';
import type { DeliveryMethod } from '../submit-dossier/check-submission.js';

/** What the office waits for the applicant to do. */
export type Awaiting = 'payment' | 'collection';

export interface ReminderPolicy {
  /** Days from one reminder to the next. */
  readonly everyDays: number;
  /** Number of reminders; 0: none, and no end. */
  readonly atMost: number;
}

interface Waiting extends ReminderPolicy {
  readonly status: DossierStatus;
  readonly everAccepted: boolean;
  readonly delivery: DeliveryMethod;
  /** Since when it has the status. */
  readonly since: Temporal.Instant;
  /** The last reminder and how many there were: of an earlier wait, too. */
  readonly remindedAt: Temporal.Instant | null;
  readonly reminders: number;
  readonly now: Temporal.Instant;
}

interface Reminder {
  readonly kind: 'remind';
  readonly awaited: Awaiting;
  readonly number: number;
  /** When the dossier ends unless it is paid; null where it does not end by itself. */
  readonly endsAt: Temporal.Instant | null;
}

interface NeverPaid {
  readonly kind: 'end';
  readonly status: 'withdrawn';
  readonly reason: string;
}

/** Told to the applicant at the end. */
const NEVER_PAID = 'Đã quá thời hạn nộp phí, lệ phí và đã được nhắc: hồ sơ kết thúc. Ông/Bà có thể nộp hồ sơ mới.';

const after = (instant: Temporal.Instant, days: number): Temporal.Instant => instant.add({ hours: 24 * days });
const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0;

function awaitedIn({ status, delivery }: Waiting): Awaiting | null {
  if (status === 'paymentRequired') return 'payment';
  // What the post brings is not fetched.
  return status === 'processed' && delivery === 'counter' ? 'collection' : null;
}

/**
 * Who has not paid or fetched is reminded every so many days, so many times. A dossier that was never accepted and never
 * paid then ends; a result waits until it is fetched, and what a case waits for ends by its own deadline. An outage delays
 * reminders and end alike: none ends unreminded. Null: nothing is due.
 * @rule R19
 */
export function remind(waiting: Waiting): Reminder | NeverPaid | null {
  const { everAccepted, since, remindedAt, everyDays, atMost, now } = waiting;
  const awaited = awaitedIn(waiting);
  if (awaited === null || atMost === 0) return null;
  const isOfThisWait = remindedAt !== null && !isBefore(remindedAt, since);
  const sent = isOfThisWait ? waiting.reminders : 0;
  if (isBefore(now, after(isOfThisWait ? remindedAt : since, everyDays))) return null;
  const ends = awaited === 'payment' && !everAccepted;
  if (sent >= atMost)
    return ends
      ? { kind: 'end', status: statusAfter('abandon', waiting.status, everAccepted), reason: NEVER_PAID }
      : null;
  return { kind: 'remind', awaited, number: sent + 1, endsAt: ends ? after(now, everyDays * (atMost - sent)) : null };
}
