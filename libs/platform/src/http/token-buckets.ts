interface Bucket {
  tokens: number;
  at: number;
}

const MOST_ADDRESSES = 50_000;

/** So many requests a minute for each caller, in bursts as they come. Times are milliseconds of a monotonic clock. */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly perMinute: number) {}

  /** False when the caller has had enough for now. */
  take(caller: string, now: number): boolean {
    const known = this.buckets.get(caller) ?? { tokens: this.perMinute, at: now };
    const tokens = Math.min(this.perMinute, known.tokens + ((now - known.at) * this.perMinute) / 60_000);
    const taken = tokens >= 1;
    // Set anew, so that the map is in order of use and the longest unused are forgotten first.
    this.buckets.delete(caller);
    this.buckets.set(caller, { tokens: taken ? tokens - 1 : tokens, at: now });
    const [oldest] = this.buckets.keys();
    if (this.buckets.size > MOST_ADDRESSES && oldest !== undefined) this.buckets.delete(oldest);
    return taken;
  }
}
