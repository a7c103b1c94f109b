import { Refusal, systemClock, type Clock } from '@motcua/kernel';
import type { Database } from '../../database/database.js';
import { CONSEQUENCES } from '../../database/consequences.js';
import type { Tx } from '../../database/tx.js';
import { decodeCursor, pageOf, type Page } from '../../database/keyset.js';
import { forgetAttempts } from './attempts.js';
import { lockPosition, rememberApplied, type Place } from './inbox-position.js';
import { forgetHeld, heldKeyById, listHeldKeys, retryAtOnce, type HeldKey, type HeldKeyState } from './held-keys.js';

export type ParkedEventCode =
  'PARKED_EVENT.NOT_FOUND' | 'PARKED_EVENT.NOT_FIRST' | 'PARKED_EVENT.EARLIER_MISSING' | 'PARKED_EVENT.NOTHING_MISSING';

/**
 * The aggregates whose events could not be applied, and what an operator may do about them. Ids are those of the first
 * held event of a key. Each decision is a line of the history of `inbox/<topic>/<key>`; the inbox goes on with the key
 * within a second of the commit.
 */
export class ParkedEvents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock = systemClock,
  ) {}

  /** In the order in which they were first held. */
  async list({
    state,
    cursor,
    limit,
  }: {
    state?: HeldKeyState;
    cursor?: string;
    limit: number;
  }): Promise<Page<HeldKey>> {
    const [after] = decodeCursor(cursor, 1) ?? [];
    const heads = await listHeldKeys(this.database, { state, after: after?.toString(), limit: limit + 1 });
    return pageOf(
      heads,
      limit,
      ({ id }) => [id],
      (head) => head,
    );
  }

  /** Tries the key again, from its first event, with all its attempts. Answers the event as it was. */
  retry(tx: Tx, id: string, actor: string): Promise<HeldKey> {
    return this.decide(tx, id, { action: 'eventRetried', actor }, async (head) => {
      if (head.state === 'gap')
        throw new Refusal<ParkedEventCode>('PARKED_EVENT.EARLIER_MISSING', { missing: head.missing });
      await forgetAttempts(tx, head);
      await retryAtOnce(tx, head);
    });
  }

  /** Gives one event up, as if it had been applied, and goes on with its followers. Answers the event as it was. */
  discard(tx: Tx, id: string, reason: string, actor: string): Promise<HeldKey> {
    return this.decide(tx, id, { action: 'eventDiscarded', actor, reason }, async (head, last) => {
      if (head.state === 'gap')
        throw new Refusal<ParkedEventCode>('PARKED_EVENT.EARLIER_MISSING', { missing: head.missing });
      // A snapshot that jumped over a hole leaves the hole behind when it is given up.
      if (head.sequence === last + 1) await rememberApplied(tx, head);
      else await forgetHeld(tx, head);
    });
  }

  /** Gives up the events missing before the first held one, and goes on with that. Answers it as it was. */
  skipMissing(tx: Tx, id: string, reason: string, actor: string): Promise<HeldKey> {
    return this.decide(tx, id, { action: 'missingEventsSkipped', actor, reason }, async (head) => {
      if (head.state !== 'gap')
        throw new Refusal<ParkedEventCode>('PARKED_EVENT.NOTHING_MISSING', { sequence: head.sequence });
      await rememberApplied(tx, { ...head, sequence: head.sequence - 1 });
    });
  }

  private async decide(
    tx: Tx,
    id: string,
    { action, actor, reason }: { action: string; actor: string; reason?: string },
    change: (head: HeldKey, last: number) => Promise<void>,
  ): Promise<HeldKey> {
    const [place] = await tx.query<Place>('SELECT topic, key, sequence FROM inbox_parked WHERE id = $1', [id]);
    if (!place) throw new Refusal<ParkedEventCode>('PARKED_EVENT.NOT_FOUND', { id });
    const { last } = await lockPosition(tx, place);
    const head = await heldKeyById(tx, id);
    if (!head) throw new Refusal<ParkedEventCode>('PARKED_EVENT.NOT_FIRST', { id });
    await change(head, last);
    const { topic, key, sequence, type } = head;
    const detail = { sequence, type, ...(reason && { reason }) };
    tx[CONSEQUENCES].record({ aggregate: `inbox/${topic}/${key}`, at: this.clock.now(), actor, action, detail });
    return head;
  }
}
