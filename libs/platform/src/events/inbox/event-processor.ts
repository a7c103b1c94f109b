import type { Database } from '../../database/database.js';
import type { UnitOfWork } from '../../database/unit-of-work.js';
import { saveWitnesses } from './save-witnesses.js';
import type { ReceivedEvent } from '../wire/envelope.js';
import { EventApplication } from './event-application.js';
import { EventAttempts } from './event-attempts.js';
import type { EventContracts } from '../wire/event-contracts.js';
import type { EventHandlers } from './event-handlers.js';
import type { EventLogger } from '../wire/event-logger.js';
import { BatchTransaction } from './batch-transaction.js';
import { INBOX_DEFAULTS, type InboxOptions } from './inbox-options.js';
import { runConcurrently } from './run-concurrently.js';
import { after, type KeyBatch, batchesByKey } from './key-batch.js';
import { SequentialApplication } from './sequential-application.js';
import { retryTransient } from './retry-transient.js';
import { chunks } from './chunks.js';
import { notYetApplied } from './inbox-position.js';
import { Reactions } from './reactions.js';
import { RetrySweep } from './retry-sweep.js';
import { lengthOf, skipUnhandled, unhandledRun } from './skip-unhandled.js';
import { BatchApplication } from './batch-application.js';

export interface BatchOptions {
  /** Aborts when the transport stops: events that have not begun are left to the next delivery. */
  readonly signal: AbortSignal;
  /**
   * The batch may have been in work when a process died: each attempt's start is recorded before it, and one runs after the
   * other, so that the event that kills the process is found and parked.
   */
  readonly recordAttempts: boolean;
}

interface Started {
  readonly handles: (type: string) => boolean;
  readonly sequential: SequentialApplication;
  readonly batchApplication: BatchApplication;
}

/** Applies what a transport delivers: in order per key, keys in parallel, each event once. The same for every transport. */
export class EventProcessor {
  private readonly options: InboxOptions;
  private readonly stopping = new AbortController();
  private readonly sweep: RetrySweep;
  private parts: Started | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly logger: EventLogger,
    private readonly contracts: EventContracts,
    options: Partial<InboxOptions> = {},
  ) {
    this.options = { ...INBOX_DEFAULTS, ...options };
    this.sweep = new RetrySweep(database, logger, this.options, (place, waitingToo) =>
      this.started.sequential.drain(place, this.stopping.signal, waitingToo),
    );
  }

  /** Begins to try held events again. Call before the first {@link process}. */
  start(handlers: EventHandlers): void {
    const { unitOfWork, database, logger, options } = this;
    const handles = (type: string): boolean => handlers.handles(type);
    const callSweep = (waitingToo: boolean): void => this.sweep.call(waitingToo);
    const reactions = new Reactions(this.contracts, handlers, options, database.tracing);
    const attempts = new EventAttempts(new EventApplication(unitOfWork, reactions, options), database, logger, options);
    const sequential = new SequentialApplication(attempts, handles, database, logger, options, callSweep);
    const groups = new BatchTransaction(unitOfWork, reactions, options);
    this.parts = { handles, sequential, batchApplication: new BatchApplication(groups, sequential, logger, callSweep) };
    this.sweep.start(this.stopping.signal);
  }

  /** Resolves when no held event is being tried any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.sweep.stopped;
  }

  /**
   * Resolves only when every event is durably applied or held in the inbox: then the transport may move on. Answers how many
   * had not been applied before, where attempts are recorded; else how many there are. Rejects when the signal aborts; what
   * was not done will be delivered again.
   */
  async process(events: readonly ReceivedEvent[], { signal, recordAttempts }: BatchOptions): Promise<number> {
    const { sequential, batchApplication } = this.started;
    const { parallelKeys, parallelGroups, leastKeys, groupEvents } = this.options;
    const fresh = recordAttempts
      ? await this.retryTransient(() => notYetApplied(this.database, events), signal)
      : events;
    const batches = await this.skipUnhandledBeginnings(batchesByKey(fresh), signal);
    if (recordAttempts)
      await runConcurrently(batches, parallelKeys, (batch) => sequential.run(batch, 'recorded', signal));
    else {
      const groups = chunks(batches, { workers: parallelGroups, least: leastKeys, most: groupEvents });
      await runConcurrently(groups, parallelGroups, (group) => batchApplication.run(group, signal));
    }
    await this.retryTransient(() => saveWitnesses(this.database, this.unitOfWork.historyKey, events), signal);
    return fresh.length;
  }

  /** Steps over what nobody reacts to at the beginning of each key, all in one statement; answers what is left. */
  private async skipUnhandledBeginnings(batches: readonly KeyBatch[], signal: AbortSignal): Promise<KeyBatch[]> {
    const runs = new Map(
      batches.flatMap((batch) => {
        const run = unhandledRun(batch.events, 0, this.started.handles);
        return run ? [[batch, run] as const] : [];
      }),
    );
    const moved = await this.retryTransient(() => skipUnhandled(this.database, [...runs.values()]), signal);
    return batches.flatMap((batch) => {
      const run = runs.get(batch);
      return run && moved.has(run) ? after(batch, lengthOf(run)) : [batch];
    });
  }

  private retryTransient<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    return retryTransient(work, { signal, backoff: this.options.transient, logger: this.logger });
  }

  private get started(): Started {
    if (!this.parts) throw new Error('the event processor was not started');
    return this.parts;
  }
}
