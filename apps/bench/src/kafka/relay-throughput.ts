import { setTimeout as pause } from 'node:timers/promises';
import { type Database, KafkaTransport, OutboxRelay, RELAY_DEFAULTS, sql, toWire, UnitOfWork } from '@motcua/platform';
import kafkajs from 'kafkajs';
import { type Comparison, median } from '../measure.js';
import { BenchNoteV1, noteOf } from './bench-note.v1.js';
import { BARE_TOPIC, type BenchHome, logger } from './bench-home.js';

const HEADERS = {
  source: '/motcua/writer',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  correlationid: '019aa000-0000-7000-8000-000000000001',
  causationid: null,
  historylength: 3,
  historyhead: 'a'.repeat(64),
};

export function fillOutbox(home: BenchHome, count: number): Promise<unknown> {
  const { topic, type } = BenchNoteV1;
  const { text, values } = sql`
    INSERT INTO writer.outbox (event_id, topic, key, type, sequence, time, headers, data)
    SELECT gen_random_uuid(), ${topic}, 'dossier-' || n % 1000, ${type}, 1 + n / 1000, now(), ${HEADERS}::jsonb, ${noteOf(1)}::jsonb
    FROM generate_series(0, ${count}::int - 1) AS n`;
  return home.admin.query(text, [...values]);
}

/** Relays whatever the outbox holds, and answers the seconds that it took. */
export async function relayAll(home: BenchHome, database: Database, transport: KafkaTransport): Promise<number> {
  const unitOfWork = new UnitOfWork(database, { source: 'writer', historyKey: 'bench' });
  const relay = new OutboxRelay([unitOfWork], database, transport.publisher, logger, { alone: true });
  const began = performance.now();
  relay.start();
  for (;;) {
    const { rows } = await home.admin.query<{ more: boolean }>(
      'SELECT EXISTS (SELECT FROM writer.outbox WHERE published_at IS NULL) AS more',
    );
    if (rows[0]?.more !== true) break;
    await pause(10);
  }
  const seconds = (performance.now() - began) / 1000;
  await relay.stop();
  return seconds;
}

/** The relay against kafkajs that sends the same messages in the same batches, in turns. */
export async function relayThroughput(
  home: BenchHome,
  { events, rounds }: { events: number; rounds: number },
): Promise<Comparison> {
  const database = await home.writer();
  const transport = new KafkaTransport(home.config, logger);
  const producer = home.kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  const { batchSize } = RELAY_DEFAULTS;
  const wire = Array.from({ length: events }, (_, n) =>
    toWire({
      event_id: crypto.randomUUID(),
      topic: BARE_TOPIC,
      key: `dossier-${n % 1000}`,
      type: BenchNoteV1.type,
      sequence: 1 + Math.floor(n / 1000),
      time: Temporal.Now.instant(),
      headers: HEADERS,
      data: noteOf(1),
    }),
  );
  const [ours, reference]: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; round += 1) {
    await home.emptyTopics();
    await fillOutbox(home, events);
    await home.admin.query('ANALYZE writer.outbox; CHECKPOINT');
    const mine = events / (await relayAll(home, database, transport));
    const began = performance.now();
    for (let at = 0; at < events; at += batchSize) {
      const messages = wire.slice(at, at + batchSize).map(({ key, headers, value }) => ({ key, headers, value }));
      await producer.send({ topic: BARE_TOPIC, acks: -1, messages });
    }
    const theirs = events / ((performance.now() - began) / 1000);
    await home.admin.query('TRUNCATE writer.outbox');
    if (round < 0) continue;
    ours.push(mine);
    reference.push(theirs);
  }
  await producer.disconnect();
  await transport.close();
  await database.close();
  return {
    what: 'Relay of an outbox',
    ours: median(ours),
    reference: median(reference),
    unit: 'events a second',
    ratio: median(ours) / median(reference),
    aim: 0.8,
    note: `${events} events, ${rounds} turns each; the relay reads them from PostgreSQL, sends them and marks them there; kafkajs sends the same messages from memory`,
  };
}
