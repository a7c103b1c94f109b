import type { OutboxRow } from './outbox-rows.js';

/** What the stages of the relay do; each rejects when it cannot. */
export interface PipelineStages {
  /** The next unpublished rows in order of their ids, without those whose ids are given; at most `batchSize`. */
  readonly read: (except: readonly number[]) => Promise<readonly OutboxRow[]>;
  /** Resolves when the rows are durable at the broker. */
  readonly publish: (rows: readonly OutboxRow[]) => Promise<void>;
  /** Marks rows that are published. */
  readonly mark: (rows: readonly OutboxRow[]) => Promise<void>;
  /** False when no further rows may be taken. */
  readonly goOn: () => boolean;
}

/**
 * Takes what the outbox holds until it is empty. While one batch is on its way to the broker, the one before it is marked
 * and the one after it is read; never are two on their way, so that nothing overtakes. Rejects with the first failure, when
 * no stage is at work any more: what was sent but not marked comes again.
 */
export async function runPipeline(batchSize: number, { read, publish, mark, goOn }: PipelineStages): Promise<void> {
  let sending = await read([]);
  let sent: readonly OutboxRow[] = [];
  while (sending.length > 0 || sent.length > 0) {
    const readOn = goOn() && (sent.length > 0 || sending.length === batchSize);
    const [next] = await allEnded([
      readOn ? read([...sent, ...sending].map(({ id }) => id)) : [],
      sending.length > 0 && publish(sending),
      sent.length > 0 && mark(sent),
    ]);
    sent = sending;
    sending = next;
  }
}

/** As `Promise.all`, but also waits for the others when one fails. */
async function allEnded<Values extends readonly unknown[]>(
  values: Values,
): Promise<{ -readonly [At in keyof Values]: Awaited<Values[At]> }> {
  await Promise.allSettled(values);
  return Promise.all(values);
}
