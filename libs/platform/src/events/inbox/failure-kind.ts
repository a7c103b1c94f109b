import { isTransientFault } from '../../database/transient-fault.js';
import { NotYetKnown } from './not-yet-known.js';

/**
 * Why an event could not be applied.
 * `transient`: the database is away or chose this transaction as a victim: try again, it is nobody's fault.
 * `waiting`: what the event refers to has not come yet.
 * `poison`: anything else; counts as an attempt.
 */
export type FailureKind = 'transient' | 'waiting' | 'poison';

// Statement timeout, idle in transaction, transaction timeout: so it would be the next time, and for ever.
const TOO_SLOW = new Set<unknown>(['57014', '25P03', '25P04']);

export function failureKind(error: unknown): FailureKind {
  if (error instanceof NotYetKnown) return 'waiting';
  return isTransientFault(error) && !TOO_SLOW.has(codeOf(error)) ? 'transient' : 'poison';
}

function codeOf(error: unknown): unknown {
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  return code ?? driverError?.code;
}
