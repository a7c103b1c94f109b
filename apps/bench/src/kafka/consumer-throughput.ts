import { setTimeout as pause } from 'node:timers/promises';
import { KafkaTransport } from '@motcua/platform';
import pg from 'pg';
import { type Comparison, median } from '../measure.js';
import { BenchNoteV1, noteOf } from './bench-note.v1.js';
import { type BenchHome, logger } from './bench-home.js';
import { fillOutbox, relayAll } from './relay-throughput.js';
import { startReader } from './reader.js';

// What the inbox writes for a group of events of different keys, with the handler's row for each: the same rows by the same
// kind of statements, with as many events to a transaction and as many transactions at once.
const GROUP = 50;
const AT_ONCE = 8;
const LOCK = `
  INSERT INTO inbox_position AS i (topic, key, last_sequence)
  SELECT $1, key, 0 FROM unnest($2::text[]) AS wanted (key) ORDER BY key
  ON CONFLICT (topic, key) DO UPDATE SET last_sequence = i.last_sequence RETURNING key, last_sequence`;
const MOVE = `
  UPDATE inbox_position i SET last_sequence = a.sequence FROM unnest($2::text[], $3::int[]) AS a (key, sequence)
  WHERE i.topic = $1 AND i.key = a.key`;
const INSERT = 'INSERT INTO effect (n, key, text) VALUES ($1, $2, $3)';
const INSERT_ALL = 'INSERT INTO effect (n, key, text) SELECT * FROM unnest($1::int[], $2::text[], $3::text[])';

/** @param together the rows of a transaction in one statement */
async function bareSql(url: string, events: number, together: boolean): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, options: '-c search_path=reader', max: AT_ONCE });
  const groups = Array.from({ length: events / GROUP }, (_, n) => n).values();
  const { text } = noteOf(1);
  const began = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const group of groups) {
        const client = await pool.connect();
        const keys = Array.from({ length: GROUP }, (_, n) => `dossier-${(group * GROUP + n) % 1000}`);
        const sequence = 1 + Math.floor((group * GROUP) / 1000);
        await client.query('BEGIN');
        await client.query({ name: 'lock', text: LOCK, values: [BenchNoteV1.topic, keys] });
        const columns = [keys.map(() => group), keys, keys.map(() => text)];
        if (together) await client.query({ name: 'insert all', text: INSERT_ALL, values: columns });
        else for (const key of keys) await client.query({ name: 'insert', text: INSERT, values: [group, key, text] });
        const moved = [BenchNoteV1.topic, keys, keys.map(() => sequence)];
        await client.query({ name: 'move', text: MOVE, values: moved });
        await client.query('COMMIT');
        client.release();
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await pool.end();
  return events / seconds;
}

/** A consumer that works off a full topic, against the same rows written by nobody but the driver. */
export async function consumerThroughput(
  home: BenchHome,
  { events, rounds }: { events: number; rounds: number },
): Promise<Comparison[]> {
  const database = await home.writer();
  const transport = new KafkaTransport(home.config, logger);
  const [ours, each, together]: [number[], number[], number[]] = [[], [], []];
  const forget = (): Promise<unknown> => home.admin.query('TRUNCATE reader.inbox_position, reader.effect; CHECKPOINT');
  for (let round = -1; round < rounds; round += 1) {
    await home.emptyTopics();
    await fillOutbox(home, events);
    await relayAll(home, database, transport);
    await home.admin.query('TRUNCATE writer.outbox');
    await forget();
    const reader = await startReader(home, 'ours');
    const effects = async (): Promise<number> =>
      Number((await home.admin.query<{ n: string }>('SELECT count(*) AS n FROM reader.effect')).rows[0]?.n);
    // The first messages of each partition are handled with care, one after the other: they are not what is measured.
    while ((await effects()) < events / 4) await pause(5);
    const [first, since] = [await effects(), performance.now()];
    while ((await effects()) < events) await pause(20);
    const mine = (events - first) / ((performance.now() - since) / 1000);
    await reader.stop();
    await forget();
    const theirs: number[] = [];
    for (const asSet of [false, true]) {
      theirs.push(await bareSql(home.addresses.reader, events, asSet));
      await forget();
    }
    if (round < 0) continue;
    ours.push(mine);
    each.push(theirs[0]!);
    together.push(theirs[1]!);
  }
  await transport.close();
  await database.close();
  const line = (what: string, reference: readonly number[], note: string): Comparison => ({
    what,
    ours: median(ours),
    reference: median(reference),
    unit: 'events a second',
    ratio: median(ours) / median(reference),
    aim: 0.5,
    note: `${events} events of 1,000 keys on six partitions, ${rounds} turns each; the reference writes the same rows, ${GROUP} events to a transaction and ${AT_ONCE} transactions at once, without Kafka; ${note}`,
  });
  return [
    line('Consumer with its inbox', each, 'a statement for the effect of each event'),
    line('Consumer with its inbox, to rows in sets', together, 'one statement for the effects of a transaction'),
  ];
}
