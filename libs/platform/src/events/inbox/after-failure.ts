import type { Attempts } from './attempts.js';
import type { InboxOptions } from './inbox-options.js';
import type { Hold } from './held-events.js';
import type { NotYetKnown } from './not-yet-known.js';

type Limits = Pick<InboxOptions, 'attemptLimit' | 'retryDelaysMs' | 'waitingDelayMs'>;

/** An event whose handler failed is tried again later, until its attempts are spent; then it is parked. */
export function afterFailure(error: unknown, { started }: Attempts, { attemptLimit, retryDelaysMs }: Limits): Hold {
  const reason = describe(error);
  if (started >= attemptLimit) return { state: 'parked', reason };
  return { state: 'retrying', reason, delayMs: retryDelaysMs[started - 1] ?? retryDelaysMs.at(-1) ?? 0 };
}

/** An event during which the process died too often is parked without another attempt. */
export function afterEndedProcesses({ started, finished }: Attempts, { attemptLimit }: Limits): Hold | undefined {
  if (started <= attemptLimit) return undefined;
  return {
    state: 'parked',
    reason: `the process ended in the middle of ${started - 1 - finished} of ${started - 1} attempts`,
  };
}

export const whileWaiting = ({ reference, message }: NotYetKnown, { waitingDelayMs }: Limits): Hold => ({
  state: 'waiting',
  reason: message,
  waitsFor: reference,
  delayMs: waitingDelayMs,
});

/** Long texts are cut, since a driver's message may quote a whole statement; PostgreSQL stores no NUL. */
function describe(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replaceAll('\0', '').slice(0, 500);
}
