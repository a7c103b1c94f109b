import { AsyncLocalStorage } from 'node:async_hooks';
import {
  Database,
  EventContracts,
  type EventContext,
  type EventEnvelope,
  EventProcessor,
  KafkaConfig,
  KafkaTransport,
  loadConfig,
  type BatchWork,
  type Tx,
  UnitOfWork,
} from '@motcua/platform';
import pg from 'pg';
import { bareClient, BARE_TOPIC, logger } from './bench-home.js';
import { BenchNoteV1 } from './bench-note.v1.js';

// The consuming side, in a process of its own. Tells its parent when it is ready, and when which effects are committed, in
// nanoseconds of the machine's one monotonic clock.
const INSERT = 'INSERT INTO effect (n, key, text) VALUES ($1, $2, $3)';
const INSERT_ALL = 'INSERT INTO effect (n, key, text) SELECT * FROM unnest($1::int[], $2::text[], $3::text[])';
const [mode, brokers = '', url = '', group = ''] = process.argv.slice(2);

const tell = (message: object): void => void process.send?.(message);
const committed = (numbers: readonly number[]): void => tell({ numbers, at: Number(process.hrtime.bigint() / 1000n) });

/** Remembers what its transactions were about, and tells when they are committed. */
class TellingUnitOfWork extends UnitOfWork {
  readonly numbers = new AsyncLocalStorage<number[]>();

  override async run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const numbers: number[] = [];
    const result = await this.numbers.run(numbers, () => super.run(work));
    if (numbers.length > 0) committed(numbers);
    return result;
  }
}

const INSERT_EFFECTS = {};

/** As a handler of a service writes: one statement for all events that are applied together. */
const insertAll: BatchWork<EventEnvelope<BenchNoteV1>, undefined> = async (tx, events) => {
  const columns = [
    events.map(({ data }) => data.n),
    events.map((one) => one.subject),
    events.map(({ data }) => data.text),
  ];
  await tx.query(INSERT_ALL, columns);
  return events.map(() => undefined);
};

async function ours(): Promise<void> {
  const database = new Database({ url, schema: 'reader', poolSize: 12 });
  await database.connect();
  const unitOfWork = new TellingUnitOfWork(database, { source: 'reader', historyKey: 'bench' });
  const contracts = new EventContracts([BenchNoteV1]);
  const processor = new EventProcessor(unitOfWork, database, logger, contracts);
  const transport = new KafkaTransport(loadConfig(KafkaConfig, { MOTCUA_KAFKA_BROKERS: brokers }), logger);
  const strategy = transport.subscribe({ group, processor, contracts, logger });
  const insert = async (event: EventEnvelope<BenchNoteV1>, { tx }: EventContext): Promise<void> => {
    unitOfWork.numbers.getStore()?.push(event.data.n);
    await tx.batch(INSERT_EFFECTS, event, insertAll);
  };
  strategy.addHandler(BenchNoteV1.type, insert as never, true);
  strategy.listen(() => tell({ ready: true }));
  process.once(
    'message',
    () =>
      void strategy
        .close()
        .then(() => transport.close())
        .then(() => process.exit(0)),
  );
}

async function bare(): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, options: '-c search_path=reader', max: 1 });
  const consumer = bareClient(brokers).consumer({ groupId: group, allowAutoTopicCreation: false });
  await consumer.connect();
  await consumer.subscribe({ topics: [BARE_TOPIC], fromBeginning: true });
  consumer.on(consumer.events.GROUP_JOIN, () => tell({ ready: true }));
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message: { key, value } }) => {
      const { n, text } = JSON.parse(value?.toString() ?? '{}') as BenchNoteV1;
      await pool.query({ name: 'insert', text: INSERT, values: [n, key?.toString(), text] });
      committed([n]);
    },
  });
  process.once('message', () => void consumer.disconnect().then(() => process.exit(0)));
}

await (mode === 'ours' ? ours() : bare());
