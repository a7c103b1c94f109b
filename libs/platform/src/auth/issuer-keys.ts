import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { KeysAway } from './keys-away.js';

const RENEW_AFTER_MS = 10 * 60_000;
const GOOD_FOR_MS = 24 * 3_600_000;
/** A token that names an unknown key is no reason to ask more often. */
const ASK_AGAIN_MS = 5_000;
const PATIENCE_MS = 3_000;
const FIRST_PAUSE_MS = 1_000;
const MOST_PAUSE_MS = 30_000;

/**
 * The keys that an issuer signs with. While it is away the last ones go on for a day; it is asked again after a pause that
 * grows, and nobody waits for it whose token is signed with a known key.
 */
export class IssuerKeys {
  private known: { readonly keys: JWTVerifyGetKey; readonly since: number } | undefined;
  private loading: Promise<JWTVerifyGetKey> | undefined;
  private pauseMs = FIRST_PAUSE_MS;
  private notBefore = -Infinity;

  constructor(
    private readonly url: string,
    /** Milliseconds. */
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @throws KeysAway, and jose's JWKSNoMatchingKey where the issuer has no such key */
  readonly keyOf: JWTVerifyGetKey = async (header, token) => {
    const { known } = this;
    const age = known ? this.now() - known.since : Infinity;
    if (!known || age > GOOD_FOR_MS) return (await this.load())(header, token);
    if (age > RENEW_AFTER_MS) this.load().catch(() => undefined);
    try {
      return await known.keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || age < ASK_AGAIN_MS) throw error;
      return (await this.load())(header, token);
    }
  };

  private load(): Promise<JWTVerifyGetKey> {
    if (this.now() < this.notBefore) return Promise.reject(new KeysAway('the issuer did not answer a moment ago'));
    this.loading ??= this.fetched().finally(() => (this.loading = undefined));
    return this.loading;
  }

  private async fetched(): Promise<JWTVerifyGetKey> {
    try {
      const answer = await fetch(this.url, {
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: { accept: 'application/json' },
        redirect: 'manual',
      });
      if (answer.status !== 200) throw new Error(`the issuer's keys are answered with ${answer.status}`);
      const keys = createLocalJWKSet((await answer.json()) as JSONWebKeySet);
      this.known = { keys, since: this.now() };
      this.pauseMs = FIRST_PAUSE_MS;
      return keys;
    } catch (cause) {
      this.notBefore = this.now() + this.pauseMs;
      this.pauseMs = Math.min(MOST_PAUSE_MS, 2 * this.pauseMs);
      throw new KeysAway("the token issuer's keys cannot be had", { cause });
    }
  }
}
