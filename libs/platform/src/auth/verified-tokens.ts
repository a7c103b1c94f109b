import type { Actor } from './actor.js';

interface Verified {
  readonly actor: Actor;
  /** Epoch milliseconds of system time from which on the token is checked anew. */
  readonly until: number;
}

const KEEP_MS = 60_000;
const MOST = 10_000;

/**
 * Who acts by a token whose signature was just checked: a client sends the same one many times, and each check costs as much
 * as a statement. For a minute at most, which is less than the issuer's keys are kept for, and never beyond its expiry.
 */
export class VerifiedTokens {
  private readonly byToken = new Map<string, Verified>();

  constructor(
    private readonly now: () => number = Date.now,
    private readonly most = MOST,
  ) {}

  actorOf(token: string): Actor | undefined {
    const verified = this.byToken.get(token);
    if (verified === undefined || this.now() < verified.until) return verified?.actor;
    this.byToken.delete(token);
    return undefined;
  }

  /** @param expiresAt epoch milliseconds after which the token is refused */
  remember(token: string, actor: Actor, expiresAt: number): void {
    const [oldest] = this.byToken.keys();
    if (this.byToken.size >= this.most && oldest !== undefined) this.byToken.delete(oldest);
    this.byToken.set(token, { actor, until: Math.min(this.now() + KEEP_MS, expiresAt) });
  }
}
