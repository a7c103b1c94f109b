import { EventGauges, type EventPublisher, MessagesRefused, type Sql, type WireMessage } from '@motcua/platform';
import { eventually } from '../system/eventually.js';
import type { ContractBench } from './contract-bench.js';
import type { Gate } from './gate.js';
import { NoteWrittenV1 } from './note-written.v1.js';
import type { TestProducer } from './test-producer.js';

const LINE = { line: 'x' };

/** A publisher that can be held, as a slow broker would, and that tells what went through it. */
class GatedPublisher implements EventPublisher {
  readonly asked: Gate;
  readonly gate: Gate;
  readonly published: WireMessage[] = [];

  constructor(
    private readonly to: EventPublisher,
    bench: ContractBench,
  ) {
    this.asked = bench.gate();
    this.gate = bench.gate();
  }

  async publish(messages: readonly WireMessage[]): Promise<void> {
    this.asked.open();
    await this.gate.opened;
    await this.to.publish(messages);
    this.published.push(...messages);
  }
}

export function describeRelay(bench: () => ContractBench): void {
  const sequencesOf = (messages: WireMessage[]) => messages.map(({ headers }) => Number(headers['ce_sequence']));
  const isEmpty = (producer: TestProducer) => eventually(async () => (await producer.unpublished()) === 0);

  describe('relay', () => {
    it('does not skip an event with a lower id that commits later', async () => {
      const producer = await bench().producer();
      const consumer = await bench().consumer();
      producer.startRelay();
      const slow = await producer.database.pool.connect();
      await slow.query('BEGIN');
      await slow.query(
        `INSERT INTO outbox (event_id, topic, key, type, sequence, time, headers, data)
         VALUES (gen_random_uuid(), $1, 'late', $2, 1, now(), '{"source":"/motcua/writer"}', '{"line":"x"}')`,
        [NoteWrittenV1.topic, NoteWrittenV1.type],
      );
      await producer.write('early', NoteWrittenV1, LINE);
      await eventually(async () => (await consumer.effects('early')).length === 1);
      await isEmpty(producer);
      await slow.query('COMMIT');
      slow.release();

      await eventually(async () => (await consumer.effects('late')).length === 1);
      const [late, early] = await producer.home.sql<{ key: string }>('SELECT key FROM outbox ORDER BY id');
      expect([late?.key, early?.key]).toEqual(['late', 'early']);
    });

    it('keeps the order of an aggregate whose events are written by several transactions at once', async () => {
      const producer = await bench().producer();
      const consumer = await bench().consumer();
      producer.startRelay({ batchSize: 7 });
      await Promise.all(Array.from({ length: 40 }, () => producer.write('n1', NoteWrittenV1, LINE)));
      await eventually(async () => (await consumer.effects('n1')).length === 40);
      expect(await consumer.effects('n1')).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
      expect(await consumer.home.sql('SELECT * FROM inbox_parked')).toEqual([]);
    });

    it('publishes in the order of the ids, batch by batch', async () => {
      const producer = await bench().producer();
      const publisher = new GatedPublisher(producer.transport.publisher, bench());
      publisher.gate.open();
      for (let n = 0; n < 4; n += 1) for (const key of ['n1', 'n2']) await producer.write(key, NoteWrittenV1, LINE);
      producer.startRelay({ batchSize: 3 }, publisher);
      await isEmpty(producer);
      expect(publisher.published.map(({ key }) => key)).toEqual(['n1', 'n2', 'n1', 'n2', 'n1', 'n2', 'n1', 'n2']);
      expect(sequencesOf(publisher.published)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    });

    it('publishes at once when a transaction commits, without waiting for its poll', async () => {
      const producer = await bench().producer();
      producer.startRelay({ pollMs: 3_600_000 });
      await producer.write('n1', NoteWrittenV1, LINE);
      await isEmpty(producer);
      await producer.write('n1', NoteWrittenV1, LINE);
      await isEmpty(producer);
    });

    it('finds by itself what an earlier process committed', async () => {
      const producer = await bench().producer();
      const consumer = await bench().consumer();
      await producer.write('n1', NoteWrittenV1, LINE, LINE);
      producer.startRelay();
      await eventually(async () => (await consumer.effects('n1')).length === 2);
    });

    it('goes on publishing, in order, after the broker was away', async () => {
      const producer = await bench().producer();
      const consumer = await bench().consumer();
      let away = true;
      const flaky: EventPublisher = {
        publish: async (messages) => {
          if (away) throw new Error('broker away');
          await producer.transport.publisher.publish(messages);
        },
      };
      producer.startRelay({}, flaky);
      await producer.write('n1', NoteWrittenV1, LINE, LINE, LINE);
      expect(await producer.unpublished()).toBe(3);
      away = false;
      await eventually(async () => (await consumer.effects('n1')).length === 3);
      await isEmpty(producer);
    });

    it('publishes again what it could not mark, and the consumer applies it once', async () => {
      const producer = await bench().producer();
      const consumer = await bench().consumer();
      let answers = 0;
      const ambiguous: EventPublisher = {
        publish: async (messages) => {
          await producer.transport.publisher.publish(messages);
          if ((answers += 1) < 3) throw new Error('the answer of the broker was lost');
        },
      };
      producer.startRelay({}, ambiguous);
      await producer.write('n1', NoteWrittenV1, LINE, LINE);
      await isEmpty(producer);
      await eventually(async () => (await consumer.effects('n1')).length === 2);
      expect(answers).toBeGreaterThanOrEqual(3);
      expect(await consumer.effects('n1')).toEqual([1, 2]);
    });

    it('lets one relay of a service publish at a time', async () => {
      const [first, second] = [await bench().producer(), await bench().producer()];
      const [a, b] = [
        new GatedPublisher(first.transport.publisher, bench()),
        new GatedPublisher(second.transport.publisher, bench()),
      ];
      a.gate.open();
      b.gate.open();
      first.startRelay({}, a);
      await first.write('n1', NoteWrittenV1, LINE);
      await isEmpty(first);
      second.startRelay({}, b);
      await second.write('n1', NoteWrittenV1, LINE, LINE, LINE);
      await isEmpty(first);
      expect([sequencesOf(a.published), sequencesOf(b.published)]).toEqual([[1, 2, 3, 4], []]);
    });

    it('hands over at once when the relay stops', async () => {
      const [first, second] = [await bench().producer(), await bench().producer()];
      const relay = first.startRelay({ leaseMs: 3_600_000 });
      await first.write('n1', NoteWrittenV1, LINE);
      await isEmpty(first);
      second.startRelay({ leaseMs: 3_600_000 });
      await relay.stop();
      await second.write('n1', NoteWrittenV1, LINE);
      await isEmpty(second);
    });

    it('takes over from a relay that died when its lease ends, or at once when it is alone', async () => {
      const [dead, next, alone] = [await bench().producer(), await bench().producer(), await bench().producer()];
      await dead.home.sql(`INSERT INTO relay_lease VALUES ('outbox', gen_random_uuid(), 1, now() + interval '300 ms')`);
      next.startRelay();
      await next.write('n1', NoteWrittenV1, LINE);
      await isEmpty(next);
      await dead.home.sql(
        `UPDATE relay_lease SET holder = gen_random_uuid(), epoch = 7, lease_until = now() + interval '1 hour'`,
      );
      alone.startRelay({ alone: true });
      await alone.write('n1', NoteWrittenV1, LINE);
      await isEmpty(alone);
    });

    it('advances nothing when it has lost its lease while it published', async () => {
      const [first, second] = [await bench().producer(), await bench().producer()];
      const consumer = await bench().consumer();
      const held = new GatedPublisher(first.transport.publisher, bench());
      first.startRelay({}, held);
      await first.write('n1', NoteWrittenV1, LINE);
      await held.asked.opened;

      // Another relay holds the lease now; its own broker does not answer yet.
      const successor = new GatedPublisher(second.transport.publisher, bench());
      second.startRelay({ alone: true }, successor);
      await successor.asked.opened;
      held.gate.open();
      await eventually(async () => held.published.length === 1);
      await first.write('n2', NoteWrittenV1, LINE);
      await eventually(async () => (await consumer.effects('n1')).length === 1);
      expect(await first.unpublished()).toBe(2);

      successor.gate.open();
      await isEmpty(second);
      await eventually(async () => (await consumer.effects('n2')).length === 1);
      // The first relay published nothing more; what it had published came twice and was applied once.
      expect(held.published).toHaveLength(1);
      expect(await consumer.effects('n1')).toEqual([1]);
    });

    it('publishes nothing when it has lost its lease while it read', async () => {
      const [first, second] = [await bench().producer(), await bench().producer()];
      const late = new GatedPublisher(first.transport.publisher, bench());
      late.gate.open();
      const reading = bench().gate();
      const resume = bench().gate();
      const query = first.database.query.bind(first.database);
      first.database.query = async <Row extends object>(statement: Sql | string, values?: readonly unknown[]) => {
        const rows = await query<Row>(statement, values);
        if (String(statement).includes('FROM outbox') && rows.length > 0) {
          reading.open();
          await resume.opened;
        }
        return rows;
      };
      await first.write('n1', NoteWrittenV1, LINE);
      first.startRelay({ leaseMs: 100 }, late);
      await reading.opened;
      second.startRelay();
      await isEmpty(second);
      resume.open();
      await second.write('n1', NoteWrittenV1, LINE);
      await isEmpty(second);
      expect(late.published).toEqual([]);
    });

    it('holds up only the aggregate of an event that the broker refuses, and goes on with it when it is taken', async () => {
      const producer = await bench().producer();
      const consumer = await bench().consumer();
      let refusing = true;
      const { publisher } = producer.transport;
      const strict: EventPublisher = {
        publish: async (messages) => {
          const large = refusing ? messages.find(({ value }) => value.includes('large')) : undefined;
          await publisher.publish(messages.filter(({ key }) => key !== large?.key));
          if (large) throw new MessagesRefused([{ message: large, reason: 'MESSAGE_TOO_LARGE' }]);
        },
      };
      await producer.write('n1', NoteWrittenV1, { line: 'large' });
      for (const key of ['n2', 'n1', 'n3']) await producer.write(key, NoteWrittenV1, LINE);
      producer.startRelay({ refusedRetryMs: 300 }, strict);
      await eventually(async () => (await consumer.effects('n3')).length === 1);
      await producer.write('n2', NoteWrittenV1, LINE);
      await eventually(async () => (await consumer.effects('n2')).length === 2);
      expect(await consumer.effects('n1')).toEqual([]);
      expect(await producer.unpublished()).toBe(2);
      expect(await new EventGauges(producer.database).outbox()).toMatchObject({ unpublished: 2, refusedKeys: 1 });
      expect(await producer.home.sql('SELECT topic, key, reason FROM outbox_refused')).toEqual([
        { topic: NoteWrittenV1.topic, key: 'n1', reason: 'MESSAGE_TOO_LARGE' },
      ]);

      refusing = false;
      await eventually(async () => (await consumer.effects('n1')).length === 2);
      expect(await consumer.effects('n1')).toEqual([1, 2]);
      await eventually(async () => (await producer.home.sql('SELECT FROM outbox_refused')).length === 0);
    });

    it('shows how many events are unpublished, and how old the oldest is', async () => {
      const producer = await bench().producer();
      const gauges = new EventGauges(producer.database);
      await producer.write('n1', NoteWrittenV1, LINE, LINE);
      await producer.home.sql(`UPDATE outbox SET recorded_at = now() - interval '90 s' WHERE sequence = 1`);
      const backlog = await gauges.outbox();
      expect(backlog.unpublished).toBe(2);
      expect(Math.round(backlog.oldestSeconds)).toBe(90);
      producer.startRelay();
      await isEmpty(producer);
      expect(await gauges.outbox()).toEqual({ unpublished: 0, refusedKeys: 0, oldestSeconds: 0 });
    });
  });
}
