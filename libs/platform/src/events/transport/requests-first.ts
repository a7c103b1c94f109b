import { WakeUp } from '../wire/wake-up.js';

interface RequestsFirstOptions {
  /** Until so many requests are in hand nobody waits. */
  readonly few: number;
  /** Then whoever works on events waits so long before each batch, at most: events are late by that, and never left. */
  readonly pauseMs: number;
}

/**
 * Lets requests go first where they share a thread with relays and consumers: under load these take fewer and larger
 * batches, which cost less an event, and requests are answered meanwhile.
 */
export class RequestsFirst {
  private inHand = 0;
  private readonly waiting = new Set<WakeUp>();

  constructor(private readonly options: RequestsFirstOptions = { few: 3, pauseMs: 100 }) {}

  /** A request has come. Whoever calls says {@link ended} once, whatever becomes of it. */
  came(): void {
    this.inHand += 1;
  }

  ended(): void {
    this.inHand -= 1;
    if (!this.arePressing) for (const one of this.waiting) one.call();
  }

  /** Resolves at once where requests are few, else when they are, or after the pause, or when the signal aborts. */
  async giveWay(signal: AbortSignal): Promise<void> {
    if (!this.arePressing) return;
    const wakeUp = new WakeUp();
    this.waiting.add(wakeUp);
    await wakeUp.wait(this.options.pauseMs, signal);
    this.waiting.delete(wakeUp);
  }

  private get arePressing(): boolean {
    return this.inHand > this.options.few;
  }
}
