import { NeedsOwnTransaction } from '../../database/needs-own-transaction.js';
import type { EventContract, ReceivedEvent } from '../wire/envelope.js';
import { type Place, stepFor } from './inbox-position.js';
import { after, type KeyBatch } from './key-batch.js';

/** How far a transaction has come with the events of one key. */
export class KeyProgress {
  private reached = 0;
  private last: number;
  private ended = false;
  private failure: { readonly error: unknown } | undefined;
  /** A snapshot was applied. */
  snapshot = false;

  constructor(
    readonly batch: KeyBatch,
    /** Sequence of the event applied last before. */
    private readonly before: number,
    private readonly contractOf: (type: string) => EventContract | undefined,
  ) {
    this.last = before;
  }

  /** The next event that the service reacts to; undefined where there is none, or one before it is missing. */
  next(): ReceivedEvent | undefined {
    for (let event; !this.ended && (event = this.batch.events[this.reached]);) {
      const contract = this.contractOf(event.type);
      const step = stepFor(this.last, event.sequence, contract?.snapshot ?? false);
      if (step === 'apply' && contract) return event;
      if (step === 'queue') this.ended = true;
      else {
        if (step === 'apply') this.last = event.sequence;
        this.reached += 1;
      }
    }
    return undefined;
  }

  /** What {@link next} answered is applied. */
  applied(event: ReceivedEvent): void {
    this.snapshot ||= this.contractOf(event.type)?.snapshot ?? false;
    this.last = event.sequence;
    this.reached += 1;
  }

  /** What {@link next} answered has failed, and nothing of it is in the transaction. */
  fail(error: unknown): void {
    this.ended = true;
    if (!(error instanceof NeedsOwnTransaction)) this.failure = { error };
  }

  get isFirst(): boolean {
    return this.reached === 0;
  }

  /** What is left, for another transaction. */
  get rest(): readonly KeyBatch[] {
    return this.ended ? [] : after(this.batch, this.reached);
  }

  /** What is left, to be decided event by event. */
  get alone(): readonly KeyBatch[] {
    return this.ended && !this.failure ? after(this.batch, this.reached) : [];
  }

  /** What is left behind a failure, with the event that has failed at its beginning. */
  get failed(): readonly { readonly batch: KeyBatch; readonly error: unknown }[] {
    const { failure } = this;
    return failure ? after(this.batch, this.reached).map((batch) => ({ batch, error: failure.error })) : [];
  }

  /** Where the key stands now, if it has moved. */
  get place(): readonly Place[] {
    const { topic, key } = this.batch;
    return this.last > this.before ? [{ topic, key, sequence: this.last }] : [];
  }
}
