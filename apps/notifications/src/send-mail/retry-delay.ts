const HOUR_MS = 3_600_000;

/** Doubles from attempt to attempt, to an hour at most; up to a quarter is added by chance, so that retries spread. */
export function retryDelay(attempts: number, firstMs: number, chance: number): number {
  const delayMs = Math.min(HOUR_MS, firstMs * 2 ** Math.min(attempts - 1, 30));
  return Math.round(delayMs * (1 + chance / 4));
}
