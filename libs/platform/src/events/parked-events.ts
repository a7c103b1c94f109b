import { Refusal, systemClock, type Clock } from '@motcua/kernel';
import type { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { forgetAttempts } from './attempts.js';
import type { EventProcessor } from './event-processor.js';
import { lockPosition, rememberApplied, type Place } from './inbox-position.js';
import { forgetKept, headById, listHeads, retryAtOnce, type KeptHead, type KeptKeyState } from './parked-heads.js';

export type ParkedEventCode =
  'PARKED_EVENT.NOT_FOUND' | 'PARKED_EVENT.NOT_FIRST' | 'PARKED_EVENT.EARLIER_MISSING' | 'PARKED_EVENT.NOTHING_MISSING';

/** Who decides about a parked event, and why. */
export interface Decision {
  readonly actor: string;
  readonly reason: string;
}

/**
 * The aggregates whose events could not be applied, and what an operator may do about them. Each decision is a line of
 * the history of `inbox/<topic>/<key>`. Ids are those of the first kept event of a key.
 */
export class ParkedEvents {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly processor: EventProcessor,
    private readonly clock: Clock = systemClock,
  ) {}

  /** In the order in which they were first kept. `after`: id of the last one of the page before. */
  list({ state, after, limit = 50 }: { state?: KeptKeyState; after?: string; limit?: number } = {}): Promise<
    KeptHead[]
  > {
    return listHeads(this.database, { state, after, limit });
  }

  /** Tries the key again, from its first event, with all its attempts. Answers before the attempt has ended. */
  async retry(id: string, decision: Decision): Promise<void> {
    await this.decide(id, 'retry', decision, async (tx, head) => {
      if (head.state === 'gap')
        throw new Refusal<ParkedEventCode>('PARKED_EVENT.EARLIER_MISSING', { missing: head.missing });
      await forgetAttempts(tx, head);
      await retryAtOnce(tx, head);
    });
  }

  /** Gives one event up, as if it had been applied, and goes on with its followers. */
  async discard(id: string, decision: Decision): Promise<void> {
    await this.decide(id, 'discard', decision, async (tx, head, last) => {
      if (head.state === 'gap')
        throw new Refusal<ParkedEventCode>('PARKED_EVENT.EARLIER_MISSING', { missing: head.missing });
      // A snapshot that jumped over a hole leaves the hole behind when it is given up.
      if (head.sequence === last + 1) await rememberApplied(tx, head);
      else await forgetKept(tx, head);
    });
  }

  /** Gives up the events missing before the first kept one, and goes on with that. */
  async skipMissing(id: string, decision: Decision): Promise<void> {
    await this.decide(id, 'skipMissing', decision, async (tx, head) => {
      if (head.state !== 'gap')
        throw new Refusal<ParkedEventCode>('PARKED_EVENT.NOTHING_MISSING', { sequence: head.sequence });
      await rememberApplied(tx, { ...head, sequence: head.sequence - 1 });
    });
  }

  private async decide(
    id: string,
    action: string,
    { actor, reason }: Decision,
    change: (tx: Tx, head: KeptHead, last: number) => Promise<void>,
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const place = await this.lock(tx, id);
      const head = await headById(tx, id);
      if (!head) throw new Refusal<ParkedEventCode>('PARKED_EVENT.NOT_FIRST', { id });
      await change(tx, head, place.last);
      const { topic, key, sequence, type } = head;
      tx.record({
        aggregate: `inbox/${topic}/${key}`,
        at: this.clock.now(),
        actor,
        action,
        detail: { sequence, type, reason },
      });
    });
    this.processor.retryNow();
  }

  /** Locks the key of a kept event, as whoever applies an event does. */
  private async lock(tx: Tx, id: string): Promise<Place & { last: number }> {
    const [place] = await tx.query<Place>('SELECT topic, key, sequence FROM inbox_parked WHERE id = $1', [id]);
    if (!place) throw new Refusal<ParkedEventCode>('PARKED_EVENT.NOT_FOUND', { id });
    return { ...place, last: (await lockPosition(tx, place)).last };
  }
}
