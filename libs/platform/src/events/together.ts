import type { EventLogger } from './event-logger.js';
import { FailedInCompany } from './failed-in-company.js';
import { failureKind } from './failure-kind.js';
import type { GroupApplication, GroupOutcome } from './group-application.js';
import type { Life } from './life.js';
import type { OneByOne } from './one-by-one.js';

/** Deals with groups of keys in as few transactions as it takes; what that cannot decide, one event after the other. */
export class Together {
  constructor(
    private readonly groups: GroupApplication,
    private readonly oneByOne: OneByOne,
    private readonly logger: EventLogger,
    /** @param waitingToo something new is known, for which other events may wait */
    private readonly callSweep: (waitingToo: boolean) => void,
  ) {}

  async run(group: readonly Life[], signal: AbortSignal): Promise<void> {
    for (let lives = group; lives.length > 0;) {
      signal.throwIfAborted();
      lives = await this.once(lives, signal);
    }
  }

  /** One transaction, or what has to be done without one. Answers what is left to do. */
  private async once(lives: readonly Life[], signal: AbortSignal): Promise<readonly Life[]> {
    let outcome: GroupOutcome;
    try {
      outcome = await this.groups.apply(lives, signal);
    } catch (error) {
      return this.afterFailure(error, lives, signal);
    }
    if (outcome.snapshot) this.callSweep(true);
    for (const key of outcome.followed) await this.oneByOne.drain(key, signal);
    for (const life of outcome.alone) await this.oneByOne.run(life, 'fresh', signal);
    return outcome.rest;
  }

  /** An event that has failed in company is tried alone before anything is held against it: a neighbour may be at fault. */
  private async afterFailure(error: unknown, lives: readonly Life[], signal: AbortSignal): Promise<readonly Life[]> {
    if (error instanceof FailedInCompany) {
      const { life, first, cause } = error;
      if (first) await this.oneByOne.runAfterFailure(life, cause, signal);
      else await this.oneByOne.run(life, 'fresh', signal);
      return lives.filter((other) => other !== life);
    }
    if (failureKind(error) === 'transient')
      this.logger.warn({ err: error }, 'events could not be applied together; now one by one');
    for (const life of lives) await this.oneByOne.run(life, 'fresh', signal);
    return [];
  }
}
