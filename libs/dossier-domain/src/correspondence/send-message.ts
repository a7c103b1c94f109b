import { Refusal, withOffset } from '@motcua/kernel';
import type { DossierStatus } from '../life/statuses.js';
import type { DossierRefusalCode } from '../refusal-codes.js';

export const MOST_MESSAGES = 200;
/** So many an applicant writes before somebody answers. */
export const MOST_UNANSWERED = 10;
/** How long after its end people may still write about a dossier. */
const DAYS_AFTER_END = 30;

const ENDED: ReadonlySet<DossierStatus> = new Set(['refused', 'withdrawn', 'stopped', 'returned']);

interface Sending {
  readonly status: DossierStatus;
  readonly statusSince: Temporal.Instant;
  readonly fromApplicant: boolean;
  /** How many there are, and how many of them the applicant has written since the last answer. */
  readonly sent: number;
  readonly unanswered: number;
  readonly now: Temporal.Instant;
}

/**
 * The number of the next message between applicant and office: about a dossier that was submitted and did not end long ago. It moves
 * no clock and no status. Refused with `DOSSIER.MESSAGE_NOT_POSSIBLE`, `DOSSIER.TOO_MANY_MESSAGES`.
 * @rule R19
 */
export function numberOfMessage({ status, statusSince, fromApplicant, sent, unanswered, now }: Sending): number {
  const until = ENDED.has(status) ? statusSince.add({ hours: 24 * DAYS_AFTER_END }) : null;
  if (status === 'draft' || (until && Temporal.Instant.compare(now, until) > 0))
    throw new Refusal<DossierRefusalCode>('DOSSIER.MESSAGE_NOT_POSSIBLE', {
      dossierStatus: status,
      until: until && withOffset(until),
    });
  if (sent >= MOST_MESSAGES)
    throw new Refusal<DossierRefusalCode>('DOSSIER.TOO_MANY_MESSAGES', { limit: MOST_MESSAGES });
  if (fromApplicant && unanswered >= MOST_UNANSWERED)
    throw new Refusal<DossierRefusalCode>('DOSSIER.TOO_MANY_MESSAGES', { limit: MOST_UNANSWERED, unanswered });
  return sent + 1;
}
