import { setTimeout as pause } from 'node:timers/promises';
import type { EventLogger } from '../wire/event-logger.js';

/**
 * Commits how far a consumer has come, at most every so often instead of after each chunk: what is applied and not yet
 * committed comes again after a crash, and the inbox ignores it. Never ahead of what is durably applied.
 */
export class PositionCommits {
  private readonly pending = new Map<string, string>();
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  private committing: Promise<void> = Promise.resolve();

  constructor(
    /** Takes the next offset of each part; rejects when nothing is committed. */
    private readonly commit: (positions: ReadonlyMap<string, string>) => Promise<void>,
    private readonly everyMs: number,
    private readonly logger: EventLogger,
  ) {}

  /** All before `next` is durably applied or held. */
  reached(part: string, next: string): void {
    this.pending.set(part, next);
    this.arm();
  }

  /** Parts that another consumer has now: it says how far it has come. */
  forget(): void {
    this.pending.clear();
  }

  /** Commits what is pending, and no more after it; waits no longer than `patienceMs` for a broker that does not answer. */
  async close(patienceMs: number): Promise<void> {
    this.closed = true;
    await Promise.race([this.flush(), pause(patienceMs, undefined, { ref: false })]);
  }

  /** Commits what is pending now. Never rejects: what could not be committed is committed later, or comes again. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.committing = this.committing.then(async () => {
      if (this.pending.size === 0) return;
      const positions = new Map(this.pending);
      this.pending.clear();
      try {
        await this.commit(positions);
      } catch (error) {
        this.logger.warn({ err: error }, 'positions could not be committed; what was applied since may come again');
        // Whatever was reached meanwhile is further on.
        for (const [part, next] of positions) if (!this.pending.has(part)) this.pending.set(part, next);
        this.arm();
      }
    });
    return this.committing;
  }

  private arm(): void {
    if (!this.closed) this.timer ??= setTimeout(() => void this.flush(), this.everyMs);
  }
}
