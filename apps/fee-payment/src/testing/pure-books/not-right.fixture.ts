/** What happened that must not. */
export class NotRight extends Error {
  override readonly name = 'NotRight';
}

/** @throws NotRight */
export function right(truth: boolean, what: string, ...evidence: readonly unknown[]): void {
  if (!truth) throw new NotRight(`${what}: ${JSON.stringify(evidence)}`);
}
