import { type OutboxMarks } from './outbox-marks.js';
import type { OutboxRow } from './outbox-rows.js';

/** What the stages of the relay do; each rejects when it cannot. */
export interface PipelineStages {
  /** The next unpublished rows in order of their ids, without those whose ids are given; at most `batchSize`. */
  readonly read: (except: readonly number[]) => Promise<readonly OutboxRow[]>;
  /** Resolves with the rows that are durable at the broker; the others it has refused. */
  readonly publish: (rows: readonly OutboxRow[]) => Promise<readonly OutboxRow[]>;
  /** Marks what is published, behind the publication. */
  readonly marks: OutboxMarks;
  /** False when no further rows may be taken. */
  readonly goOn: () => boolean;
}

/**
 * Takes what the outbox holds until it is empty. Never are two batches on their way to the broker, so that nothing
 * overtakes; what is published is marked behind it, while the next batches go. A full batch is sign of a backlog: then the
 * next one is read meanwhile. Otherwise it is read when the broker has answered, so that what was committed meanwhile goes
 * along. Rejects with the first failure, when no stage is at work any more: what was sent but not marked comes again.
 */
export async function runPipeline(batchSize: number, { read, publish, marks, goOn }: PipelineStages): Promise<void> {
  try {
    let sending = await read(marks.pending());
    while (sending.length > 0) {
      const backlog = sending.length === batchSize && goOn();
      const on = sending.map(({ id }) => id);
      const [published, ahead] = await allEnded([
        publish(sending),
        backlog ? read([...marks.pending(), ...on]) : undefined,
      ]);
      marks.add(published);
      await marks.room();
      sending = ahead ?? (goOn() ? await read(marks.pending()) : []);
    }
  } finally {
    await marks.settled();
  }
}

/** As `Promise.all`, but also waits for the others when one fails. */
async function allEnded<Values extends readonly unknown[]>(
  values: Values,
): Promise<{ -readonly [At in keyof Values]: Awaited<Values[At]> }> {
  await Promise.allSettled(values);
  return Promise.all(values);
}
