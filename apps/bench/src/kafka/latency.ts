import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '@motcua/kernel';
import { Commands, KafkaTransport, OutboxRelay, UnitOfWork } from '@motcua/platform';
import kafkajs from 'kafkajs';
import { type Comparison, median, percentile } from '../measure.js';
import { BARE_TOPIC, type BenchHome, logger } from './bench-home.js';
import { noteOf } from './bench-note.v1.js';
import { nowMicros, type Reader, startReader } from './reader.js';
import { TELL_NOTE } from './tell-note.js';

const WRITERS = 10;
const PAUSE_MS = 10;
const KEYS = 1000;

/** One side: makes an event known, and answers since when its effect is waited for, in microseconds. */
interface Side {
  readonly reader: Reader;
  readonly tell: (n: number) => Promise<number>;
  readonly end: () => Promise<void>;
}

async function ourSide(home: BenchHome): Promise<Side> {
  const database = await home.writer();
  const transport = new KafkaTransport(home.config, logger);
  const unitOfWork = new UnitOfWork(database, { source: 'writer', historyKey: 'bench' });
  const commands = new Commands(unitOfWork, systemClock);
  const relay = new OutboxRelay([unitOfWork], database, transport.publisher, logger, { alone: true });
  relay.start();
  const reader = await startReader(home, 'ours');
  return {
    reader,
    tell: async (n) => {
      await commands.run(TELL_NOTE, { n, key: `dossier-${n % KEYS}` });
      return nowMicros();
    },
    end: async () => {
      await reader.stop();
      await commands.stop();
      await relay.stop();
      await transport.close();
      await database.close();
    },
  };
}

async function bareSide(home: BenchHome): Promise<Side> {
  const producer = home.kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  await producer.connect();
  const reader = await startReader(home, 'bare');
  return {
    reader,
    tell: async (n) => {
      const since = nowMicros();
      const messages = [{ key: `dossier-${n % KEYS}`, value: JSON.stringify(noteOf(n)) }];
      await producer.send({ topic: BARE_TOPIC, acks: -1, messages });
      return since;
    },
    end: async () => {
      await reader.stop();
      await producer.disconnect();
    },
  };
}

const millisecondsOf = ({ reader }: Side, since: ReadonlyMap<number, number>): number[] =>
  [...since].map(([n, at]) => ((reader.committedAt.get(n) ?? Number.NaN) - at) / 1000);

/** One after the other, each when the one before it has had its effect. */
async function oneByOne(side: Side, from: number, count: number): Promise<number[]> {
  const since = new Map<number, number>();
  for (let n = from; n < from + count; n += 1) {
    since.set(n, await side.tell(n));
    await side.reader.reached(n + 1);
    await pause(PAUSE_MS);
  }
  return millisecondsOf(side, since);
}

/** How many events a second go all the way when so many writers do nothing else. */
async function capacity(side: Side, from: number, count: number): Promise<number> {
  const numbers = Array.from({ length: count }, (_, n) => from + n).values();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      for (const n of numbers) await side.tell(n);
    }),
  );
  await side.reader.reached(from + count);
  return count / ((performance.now() - began) / 1000);
}

/** At a steady pace, whether or not the ones before have arrived. */
async function atPace(side: Side, from: number, count: number, perSecond: number): Promise<number[]> {
  const since = new Map<number, number>();
  const told: Promise<unknown>[] = [];
  const began = performance.now();
  for (let n = 0; n < count;) {
    const due = Math.min(count, Math.ceil(((performance.now() - began) / 1000) * perSecond));
    for (; n < due; n += 1) {
      const number = from + n;
      told.push(side.tell(number).then((at) => since.set(number, at)));
    }
    await pause(1);
  }
  await Promise.all(told);
  await side.reader.reached(from + count);
  return millisecondsOf(side, since);
}

/** How many times the time of the reference may be taken. */
interface Times {
  readonly p50?: number;
  readonly p99: number;
}

function compared(
  what: string,
  ours: readonly number[],
  bare: readonly number[],
  times: Times,
  note: string,
): Comparison[] {
  const line = (of: keyof Times, mine: number, theirs: number): Comparison => ({
    what: `${what}, ${of}`,
    ours: mine,
    reference: theirs,
    unit: 'ms',
    ratio: theirs / mine,
    ...(times[of] !== undefined && { aim: 1 / times[of] }),
    ...(of === 'p99' && { note }),
  });
  return [line('p50', median(ours), median(bare)), line('p99', percentile(ours, 0.99), percentile(bare, 0.99))];
}

/** From a commit in one service to the committed effect in another, against produce, consume and insert without us. */
export async function latency(home: BenchHome, { events }: { events: number }): Promise<Comparison[]> {
  await home.emptyTopics();
  const [ours, bare] = [await ourSide(home), await bareSide(home)];
  try {
    const warmUp = Math.ceil(events / 5);
    const idle: [number[], number[]] = [[], []];
    for (const [place, side] of [ours, bare].entries()) {
      await oneByOne(side, 0, warmUp);
      idle[place]?.push(...(await oneByOne(side, warmUp, events)));
    }
    let from = warmUp + events;
    const most = [await capacity(ours, from, events * 4), await capacity(bare, from, events * 4)];
    from += events * 4;
    const pace = Math.min(...most) / 2;
    const loaded = [await atPace(ours, from, events * 4, pace), await atPace(bare, from, events * 4, pace)] as const;
    return [
      ...compared('Commit to effect, idle', ...idle, { p99: 1.5 }, `${events} events, one at a time`),
      ...compared(
        'Commit to effect, at half load',
        ...loaded,
        { p50: 4, p99: 2.5 },
        `both sides at ${pace.toFixed(0)} events a second, half of what the slower one carries from end to end (ours ${most[0]?.toFixed(0)}, bare ${most[1]?.toFixed(0)} a second)`,
      ),
    ];
  } finally {
    await ours.end();
    await bare.end();
    await home.admin.query(
      'TRUNCATE writer.outbox, writer.event_stream, writer.history, reader.inbox_position, reader.effect',
    );
  }
}
