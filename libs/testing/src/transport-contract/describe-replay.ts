import { replayOutbox } from '@motcua/platform';
import { eventually } from '../system/eventually.js';
import type { ContractBench } from './contract-bench.js';
import { NoteWrittenV1 } from './note-written.v1.js';
import type { TestConsumer } from './test-consumer.js';
import type { TestProducer } from './test-producer.js';
import { WordKnownV1 } from './word-known.v1.js';

const KEYS = ['n1', 'n2', 'n3'];

export function describeReplay(bench: () => ContractBench): void {
  /** All that a service has made of what it heard. */
  const copies = (consumer: TestConsumer) =>
    consumer.home.sql('SELECT key, sequence, line FROM effect ORDER BY key, sequence');

  /** Writes a few lives, of which the first days lie in the archive already and the log has been trimmed. */
  const longAgo = async (): Promise<TestProducer> => {
    const producer = await bench().producer();
    producer.startRelay();
    const write = async (line: string) => {
      for (const key of KEYS) await producer.write(key, NoteWrittenV1, { line }, { line: `${line} again` });
      await producer.write('w1', WordKnownV1, { line });
      await eventually(async () => (await producer.unpublished()) === 0);
    };
    await write('old');
    await producer.home.sql(`UPDATE outbox SET recorded_at = recorded_at - interval '30 days'`);
    await producer.database.query('SELECT outbox_maintain($1)', [7]);
    expect(await producer.home.sql('SELECT count(*)::int AS n FROM outbox')).toEqual([{ n: 0 }]);
    await write('new');
    return producer;
  };

  describe('replay', () => {
    it('builds a service from nothing, out of outbox and archive, and nobody else notices', async () => {
      const archive = await bench().consumer(undefined, { service: 'archive' });
      const reader = await bench().consumer();
      const producer = await longAgo();
      for (const consumer of [archive, reader]) await eventually(async () => (await copies(consumer)).length === 14);
      const before = await copies(reader);
      await reader.stop();
      await bench().trim();
      // Its database is gone, and somebody has made it anew.
      await reader.home.reset();

      const anew = await bench().consumer();
      // The producer works on meanwhile: what it publishes comes before what is replayed, and is kept until that has come.
      await producer.write('n1', NoteWrittenV1, { line: 'meanwhile' });
      await anew.heldUp('gap');
      const rows = () => producer.home.sql('SELECT id, published_at FROM outbox ORDER BY id');
      const outbox = await rows();
      expect(await replayOutbox(producer.database, producer.transport.publisher, { pageSize: 5 })).toBe(15);
      await eventually(async () => (await copies(anew)).length === 15);
      expect(await copies(anew)).toEqual(
        [...before, { key: 'n1', sequence: 5, line: 'meanwhile' }].sort((a, b) =>
          JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
        ),
      );
      for (const key of KEYS) expect((await anew.effects(key)).slice(0, 4)).toEqual([1, 2, 3, 4]);
      expect(await anew.home.sql('SELECT * FROM inbox_parked')).toEqual([]);
      // Nothing was marked, and who had it all has applied nothing again.
      expect(await rows()).toEqual(outbox);
      expect(archive.script.calls).toHaveLength(15);
    });

    it('takes only the topics that are asked for, and only what was recorded since', async () => {
      const producer = await longAgo();
      const replay = (selection: Parameters<typeof replayOutbox>[2]) =>
        replayOutbox(producer.database, producer.transport.publisher, selection);
      expect(await replay({ topics: [WordKnownV1.topic] })).toBe(2);
      expect(await replay({ since: Temporal.Now.instant().subtract({ hours: 24 }) })).toBe(7);
    });

    it('leaves to the relay what was not published yet', async () => {
      const producer = await bench().producer();
      await producer.write('n1', NoteWrittenV1, { line: 'x' });
      expect(await replayOutbox(producer.database, producer.transport.publisher)).toBe(0);
    });
  });
}
