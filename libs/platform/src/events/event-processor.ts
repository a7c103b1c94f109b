import type { Database } from '../database/database.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { ReceivedEvent } from './envelope.js';
import { EventApplication, type Outcome } from './event-application.js';
import { EventAttempts } from './event-attempts.js';
import type { EventContracts } from './event-contracts.js';
import type { EventHandlers } from './event-handlers.js';
import type { EventLogger } from './event-logger.js';
import { INBOX_DEFAULTS, type InboxOptions } from './inbox-options.js';
import type { Place } from './inbox-position.js';
import { leaseHead } from './kept-events.js';
import { inLanes } from './lanes.js';
import { patiently } from './patience.js';
import { RetrySweep } from './retry-sweep.js';
import { lengthOf, stepOver, unheardRun } from './step-over.js';

export interface BatchOptions {
  /** Aborts when the transport stops: events that have not begun are left to the next delivery. */
  readonly signal: AbortSignal;
  /**
   * The batch may have been in work when a process died: each attempt's start is recorded before it, and one runs after the
   * other, so that the event that kills the process is found and parked.
   */
  readonly careful: boolean;
}

/** Applies what a transport delivers: in order per key, keys in parallel, each event once. The same for every transport. */
export class EventProcessor {
  private readonly options: InboxOptions;
  private readonly stopping = new AbortController();
  private readonly sweep: RetrySweep;
  private attempts: EventAttempts | undefined;
  private handles: (type: string) => boolean = () => false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly logger: EventLogger,
    private readonly contracts: EventContracts,
    options: Partial<InboxOptions> = {},
  ) {
    this.options = { ...INBOX_DEFAULTS, ...options };
    this.sweep = new RetrySweep(database, logger, this.options, (place, waitingToo) =>
      this.drain(place, this.stopping.signal, waitingToo),
    );
  }

  /** Begins to try kept events again. Call before the first {@link process}. */
  start(handlers: EventHandlers): void {
    const application = new EventApplication(this.unitOfWork, this.contracts, handlers, this.options);
    this.attempts = new EventAttempts(application, this.database, this.logger, this.options);
    this.handles = (type) => handlers.handles(type);
    this.sweep.start(this.stopping.signal);
  }

  /** Resolves when no kept event is being tried any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.sweep.stopped;
  }

  /**
   * Resolves only when every event is durably applied or kept in the inbox: then the transport may move on. Rejects when
   * the signal aborts; what was not done will be delivered again.
   */
  async process(events: readonly ReceivedEvent[], { signal, careful }: BatchOptions): Promise<void> {
    const lives = [...Map.groupBy(events, ({ topic, key }) => JSON.stringify([topic, key])).values()];
    const begun = await this.stepOverBeginnings(lives, signal);
    await inLanes(lives, this.options.parallelKeys, async (life) => {
      for (let at = begun.get(life) ?? 0; at < life.length;) at += await this.advance(life, at, careful, signal);
    });
  }

  /** Steps over what nobody reacts to at the beginning of each key, all in one statement; answers how many events each. */
  private async stepOverBeginnings(
    lives: readonly ReceivedEvent[][],
    signal: AbortSignal,
  ): Promise<Map<ReceivedEvent[], number>> {
    const lifeOf = new Map(
      lives.flatMap((life) => {
        const run = unheardRun(life, 0, this.handles);
        return run ? [[run, life] as const] : [];
      }),
    );
    const moved = await this.patiently(() => stepOver(this.database, [...lifeOf.keys()]), signal);
    return new Map([...lifeOf].filter(([run]) => moved.has(run)).map(([run, life]) => [life, lengthOf(run)]));
  }

  /** Deals with the event at a place of a key's life, or with the run of unheard ones that begins there; answers how many. */
  private async advance(
    life: readonly ReceivedEvent[],
    at: number,
    careful: boolean,
    signal: AbortSignal,
  ): Promise<number> {
    const run = at > 0 ? unheardRun(life, at, this.handles) : undefined;
    if (run && (await this.patiently(() => stepOver(this.database, [run]), signal)).has(run)) return lengthOf(run);
    const event = life[at]!;
    const outcome = careful
      ? await this.working.recorded(event, 'careful', signal)
      : await this.working.attempt(event, 'fresh', signal);
    this.callSweep(outcome);
    if (outcome.is === 'applied' && outcome.followers) await this.drain(event, signal);
    return 1;
  }

  /** Applies the kept events of a key, from its first, as far as they go. */
  private async drain(place: Place, signal: AbortSignal, waitingToo = false): Promise<void> {
    for (;;) {
      const head = await this.patiently(
        () => leaseHead(this.database, place, this.options.attemptLeaseMs, waitingToo),
        signal,
      );
      if (!head) return;
      const outcome = await this.working.recorded(head, 'again', signal);
      this.callSweep(outcome);
      if (outcome.is === 'kept') return;
    }
  }

  /** A snapshot may be what other events wait for; a first failure is tried again at once. */
  private callSweep(outcome: Outcome): void {
    if (outcome.is === 'applied' && outcome.snapshot) this.sweep.call(true);
    if (outcome.is === 'kept' && outcome.keeping?.delayMs === 0) this.sweep.call(false);
  }

  private patiently<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    return patiently(work, { signal, backoff: this.options.transient, logger: this.logger });
  }

  private get working(): EventAttempts {
    if (!this.attempts) throw new Error('the event processor was not started');
    return this.attempts;
  }
}
