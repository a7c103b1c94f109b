/** Nothing within the time. */
export class TimedOut extends Error {
  override readonly name = 'TimeoutError';
}
