import type { Tx } from '../database/tx.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { EventContract, ReceivedEvent } from './envelope.js';
import { FailedInCompany } from './failed-in-company.js';
import { failureKind } from './failure-kind.js';
import type { InboxOptions } from './inbox-options.js';
import { type Key, lockPositions, nameOf, type Place, rememberAllApplied, stepFor } from './inbox-position.js';
import { after, type Life } from './life.js';
import type { Reactions } from './reactions.js';
import { Turn } from './turn.js';

/** What became of a group of lives; what is in none of the lists is durably applied. */
export interface GroupOutcome {
  /** Not reached in this transaction: for the next one. */
  readonly rest: readonly Life[];
  /** Must be decided event by event: after a hole, or something of the key is kept already. */
  readonly alone: readonly Life[];
  /** Keys whose kept events can go on now. */
  readonly followed: readonly Key[];
  /** A snapshot was applied, for which other events may wait. */
  readonly snapshot: boolean;
}

/** Applies events of several keys and remembers them in one transaction: few round trips, but all of them or none. */
export class GroupApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reactions: Reactions,
    private readonly options: Pick<InboxOptions, 'groupEvents' | 'groupMs'>,
  ) {}

  /**
   * Stops early, with what it has applied, when it has held the keys for long or the signal aborts. Rejects with the first
   * failure, as {@link FailedInCompany} where it is a certain event's, and then nothing has changed.
   */
  apply(lives: readonly Life[], signal: AbortSignal): Promise<GroupOutcome> {
    return this.unitOfWork.run(async (tx) => {
      const positions = await lockPositions(tx, lives);
      const turn = new Turn(this.options, signal);
      const applied: Place[] = [];
      const rest: Life[] = [];
      const alone: Life[] = [];
      let snapshot = false;
      for (const life of lives) {
        const position = positions.get(nameOf(life));
        if (!position || position.kept) {
          alone.push(life);
          continue;
        }
        const walk = await this.walk(tx, life, position.last, turn);
        snapshot ||= walk.snapshot;
        if (walk.last > position.last) applied.push({ topic: life.topic, key: life.key, sequence: walk.last });
        (walk.hole ? alone : rest).push(...after(life, walk.reached));
      }
      return { rest, alone, snapshot, followed: await rememberAllApplied(tx, applied) };
    });
  }

  /** Applies the events of one life as far as it is its turn, or up to a hole. */
  private async walk(tx: Tx, life: Life, from: number, turn: Turn) {
    let last = from;
    let snapshot = false;
    for (const [reached, event] of life.events.entries()) {
      if (turn.isOver()) return { last, snapshot, reached, hole: false };
      const contract = this.reactions.contractOf(event.type);
      const step = stepFor(last, event.sequence, contract?.snapshot ?? false);
      if (step === 'queue') return { last, snapshot, reached, hole: true };
      if (step === 'ignore') continue;
      if (contract) {
        await this.react(tx, contract, event, (error) => new FailedInCompany(life, turn.isNew && reached === 0, error));
        turn.spend();
        snapshot ||= contract.snapshot ?? false;
      }
      last = event.sequence;
    }
    return { last, snapshot, reached: life.events.length, hole: false };
  }

  private async react(
    tx: Tx,
    contract: EventContract,
    event: ReceivedEvent,
    blamed: (error: unknown) => FailedInCompany,
  ): Promise<void> {
    try {
      await this.reactions.within(event, () => this.reactions.react(contract, event, tx));
    } catch (error) {
      // Somebody before it has swallowed an error of the database, or the database chose a victim: nobody knows whose fault.
      if (failureKind(error) === 'transient' || (error as { code?: unknown }).code === IN_FAILED_TRANSACTION)
        throw error;
      throw blamed(error);
    }
  }
}

const IN_FAILED_TRANSACTION = '25P02';
