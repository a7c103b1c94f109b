import { isTransientFault } from '../database/transient-fault.js';
import { NotYetKnown } from './not-yet-known.js';

/**
 * Why an event could not be applied.
 * `transient`: the database is away or chose this transaction as a victim: try again, it is nobody's fault.
 * `waiting`: what the event refers to has not come yet.
 * `poison`: anything else; counts as an attempt.
 */
export type FailureKind = 'transient' | 'waiting' | 'poison';

const STATEMENT_TIMEOUT = '57014';

export const failureKind = (error: unknown): FailureKind => {
  if (error instanceof NotYetKnown) return 'waiting';
  // A handler whose statement is too slow would be so again, and would hold up its whole topic for ever.
  return isTransientFault(error) && codeOf(error) !== STATEMENT_TIMEOUT ? 'transient' : 'poison';
};

const codeOf = (error: unknown): unknown => {
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  return code ?? driverError?.code;
};
