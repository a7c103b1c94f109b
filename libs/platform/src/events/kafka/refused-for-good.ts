const FOR_GOOD = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD', 'POLICY_VIOLATION']);

/** What the broker says of messages that it will not take however often they come; undefined for every other failure. */
export function refusedForGood(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { type } = cause as Error & { type?: unknown };
    if (typeof type === 'string' && FOR_GOOD.has(type)) return `${type}: ${cause.message}`;
  }
  return undefined;
}
