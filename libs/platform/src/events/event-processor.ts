import type { Database } from '../database/database.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { keepWitnesses } from '../history/keep-witnesses.js';
import type { ReceivedEvent } from './envelope.js';
import { EventApplication } from './event-application.js';
import { EventAttempts } from './event-attempts.js';
import type { EventContracts } from './event-contracts.js';
import type { EventHandlers } from './event-handlers.js';
import type { EventLogger } from './event-logger.js';
import { GroupApplication } from './group-application.js';
import { INBOX_DEFAULTS, type InboxOptions } from './inbox-options.js';
import { inLanes } from './lanes.js';
import { after, type Life, livesOf } from './life.js';
import { OneByOne } from './one-by-one.js';
import { patiently } from './patience.js';
import { portions } from './portions.js';
import { Reactions } from './reactions.js';
import { RetrySweep } from './retry-sweep.js';
import { lengthOf, stepOver, unheardRun } from './step-over.js';
import { Together } from './together.js';

export interface BatchOptions {
  /** Aborts when the transport stops: events that have not begun are left to the next delivery. */
  readonly signal: AbortSignal;
  /**
   * The batch may have been in work when a process died: each attempt's start is recorded before it, and one runs after the
   * other, so that the event that kills the process is found and parked.
   */
  readonly careful: boolean;
}

interface Started {
  readonly handles: (type: string) => boolean;
  readonly oneByOne: OneByOne;
  readonly together: Together;
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
      this.started.oneByOne.drain(place, this.stopping.signal, waitingToo),
    );
  }

  /** Begins to try kept events again. Call before the first {@link process}. */
  start(handlers: EventHandlers): void {
    const { unitOfWork, database, logger, options } = this;
    const handles = (type: string): boolean => handlers.handles(type);
    const callSweep = (waitingToo: boolean): void => this.sweep.call(waitingToo);
    const reactions = new Reactions(this.contracts, handlers, options, database.tracing);
    const attempts = new EventAttempts(new EventApplication(unitOfWork, reactions, options), database, logger, options);
    const oneByOne = new OneByOne(attempts, handles, database, logger, options, callSweep);
    const groups = new GroupApplication(unitOfWork, reactions, options);
    this.parts = { handles, oneByOne, together: new Together(groups, oneByOne, logger, callSweep) };
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
    const { oneByOne, together } = this.started;
    const { parallelKeys, groupEvents } = this.options;
    const lives = await this.stepOverBeginnings(livesOf(events), signal);
    if (careful) await inLanes(lives, parallelKeys, (life) => oneByOne.run(life, 'careful', signal));
    else
      await inLanes(portions(lives, parallelKeys, groupEvents), parallelKeys, (group) => together.run(group, signal));
    await this.patiently(() => keepWitnesses(this.database, this.unitOfWork.historyKey, events), signal);
  }

  /** Steps over what nobody reacts to at the beginning of each key, all in one statement; answers what is left. */
  private async stepOverBeginnings(lives: readonly Life[], signal: AbortSignal): Promise<Life[]> {
    const runs = new Map(
      lives.flatMap((life) => {
        const run = unheardRun(life.events, 0, this.started.handles);
        return run ? [[life, run] as const] : [];
      }),
    );
    const moved = await this.patiently(() => stepOver(this.database, [...runs.values()]), signal);
    return lives.flatMap((life) => {
      const run = runs.get(life);
      return run && moved.has(run) ? after(life, lengthOf(run)) : [life];
    });
  }

  private patiently<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    return patiently(work, { signal, backoff: this.options.transient, logger: this.logger });
  }

  private get started(): Started {
    if (!this.parts) throw new Error('the event processor was not started');
    return this.parts;
  }
}
