import { delayAfter, pause } from '../wire/backoff.js';
import { fromWire } from '../wire/cloud-event-headers.js';
import type { ReceivedEvent } from '../wire/envelope.js';
import { EventStrategy } from '../transport/event-strategy.js';
import type { Subscription } from '../transport/event-transport.js';
import type { RequestsFirst } from '../transport/requests-first.js';
import { PositionCommits } from '../transport/position-commits.js';
import { RedeliveryWindow } from '../transport/redelivery-window.js';
import { MalformedMessage } from '../wire/malformed-message.js';
import { WakeUp } from '../wire/wake-up.js';
import type { LocalLog, LoggedMessage } from './local-log.js';

interface LocalStrategyOptions {
  /** A look at the log without being woken: no wake-up is lost, so this is a safety net. */
  readonly pollMs: number;
  readonly batchSize: number;
  /** How often positions are committed: what was applied since comes again after a crash, and is ignored. */
  readonly commitMs: number;
}

const LEAVE_MS = 2_000;

/** Delivers the local log to the handlers of one service: topic by topic, batch by batch, at least once. */
export class LocalStrategy extends EventStrategy {
  private readonly stopping = new AbortController();
  private readonly positions: PositionCommits;
  private loops: Promise<void>[] = [];

  constructor(
    private readonly log: LocalLog,
    private readonly subscription: Subscription,
    private readonly requests: RequestsFirst,
    private readonly options: LocalStrategyOptions = { pollMs: 5_000, batchSize: 200, commitMs: 500 },
  ) {
    super(subscription.processor, subscription.contracts);
    const { group, logger } = subscription;
    this.positions = new PositionCommits((reached) => log.commitPositions(group, reached), options.commitMs, logger);
  }

  protected begin(topics: readonly string[]): Promise<void> {
    this.loops = topics.map((topic) => this.follow(topic));
    return Promise.resolve();
  }

  /** Waits for the events in work; the rest is delivered after the next start. */
  override async close(): Promise<void> {
    this.stopping.abort();
    await Promise.all([...this.loops, this.processor.stop()]);
    await this.positions.close(LEAVE_MS);
  }

  /** Goes on after any failure: a loop that ended would silently stop the service's reactions. */
  private async follow(topic: string): Promise<void> {
    const { signal } = this.stopping;
    const stopped = (): boolean => signal.aborted;
    for (let failures = 0; !stopped(); failures += 1) {
      try {
        await this.deliver(topic, signal, () => (failures = 0));
      } catch (error) {
        if (stopped()) return;
        this.subscription.logger.warn({ err: error, topic }, 'a topic could not be followed; trying again');
        await pause(delayAfter(failures, { fromMs: 100, toMs: 5_000 }), signal).catch(() => undefined);
      }
    }
  }

  private async deliver(topic: string, signal: AbortSignal, progressed: () => void): Promise<void> {
    const { group } = this.subscription;
    const wakeUp = new WakeUp();
    const unsubscribe = this.log.onGrown(topic, () => wakeUp.call());
    const redelivery = new RedeliveryWindow(this.options.batchSize);
    redelivery.assigned([topic]);
    try {
      let next = await this.log.position(group, topic);
      const end = BigInt(await this.log.end(topic));
      while (!signal.aborted) {
        await this.requests.giveWay(signal);
        const messages = await this.log.read(topic, next, this.options.batchSize);
        const last = messages.at(-1);
        if (!last) {
          await wakeUp.wait(this.options.pollMs, signal);
          continue;
        }
        const recordAttempts = redelivery.includes(topic, BigInt(messages[0]!.offset), end);
        const fresh = await this.processor.process(this.eventsOf(messages), { signal, recordAttempts });
        redelivery.dealtWith(topic, fresh);
        next = last.offset + 1;
        this.positions.reached(topic, String(next));
        progressed();
      }
    } finally {
      unsubscribe();
    }
  }

  /** What others may have written to the topic is skipped: it stays in the log. */
  private eventsOf(messages: readonly LoggedMessage[]): ReceivedEvent[] {
    return messages.flatMap((message) => {
      try {
        return [fromWire(message)];
      } catch (error) {
        if (!(error instanceof MalformedMessage)) throw error;
        this.subscription.logger.error(
          { err: error, topic: message.topic, offset: message.offset },
          'not an event; skipped',
        );
        return [];
      }
    });
  }
}
