import { systemClock } from '@motcua/kernel';
import { pino } from 'pino';
import { Commands } from '../../commands/commands.js';
import type { CommandKind } from '../../database/command-kind.js';
import { sql } from '../../database/sql.js';
import { CommandBench, type CommandProcess } from '../../testing/command-bench.fixture.js';
import { NOTE, type Note, type NoteChange } from '../../testing/notes.fixture.js';
import { RENAME_NOTE, type RenameNote } from '../../testing/rename-note.fixture.js';
import { WRITE_NOTE } from '../../testing/write-note.fixture.js';
import { NoteWrittenFixture } from '../../testing/note-written.fixture.js';
import { EventContracts } from '../wire/event-contracts.js';
import type { EventEnvelope, ReceivedEvent } from '../wire/envelope.js';
import type { EventContext } from './event-context.js';
import { EventProcessor } from './event-processor.js';

const SENT = Temporal.Instant.from('2026-11-30T01:00:00Z');
const upTo = (n: number): number[] => Array.from({ length: n }, (_, place) => place + 1);

/** An event of a key, which asks for a note to be renamed: the note that bears the key's number. */
const asked = (key: number, sequence: number, title: string): ReceivedEvent => ({
  id: crypto.randomUUID(),
  source: '/motcua/spec',
  type: NoteWrittenFixture.type,
  topic: NoteWrittenFixture.topic,
  subject: String(key),
  key: String(key),
  time: SENT,
  sequence,
  data: { title },
});

describe('commands that the events of a batch ask for', () => {
  let bench: CommandBench;
  let process: CommandProcess;
  let processor: EventProcessor;
  /** How many commands each reading of facts was for. */
  let sets: number[];
  let handle: (event: EventEnvelope<NoteWrittenFixture>, context: EventContext) => Promise<void>;
  const counted: CommandKind<RenameNote, Note, NoteChange, { readonly title: string }> = {
    ...RENAME_NOTE,
    aggregate: {
      ...NOTE,
      save: async (queries, changes) => {
        if (changes.some(({ after }) => after.title === 'spoil me')) await queries.query('SELECT 1 / 0');
        return NOTE.save(queries, changes);
      },
    },
    facts: (queries, commands) => {
      sets.push(commands.length);
      return RENAME_NOTE.facts(queries, commands);
    },
    decide: (note, command, now) => {
      if (command.title === 'refuse me') throw new TypeError('a decision that fails');
      return RENAME_NOTE.decide(note, command, now);
    },
  };
  const rename = ({ subject, data }: EventEnvelope<NoteWrittenFixture>, { tx }: EventContext, version = 1) =>
    process.commands.apply(tx, counted, { id: Number(subject), version, title: data.title, actor: 'event' });
  const deliver = (events: readonly ReceivedEvent[]): Promise<number> =>
    processor.process(events, { signal: new AbortController().signal, recordAttempts: false });
  const titles = async (): Promise<string[]> =>
    (await bench.beside.query<{ title: string }>('SELECT title FROM note ORDER BY id')).map(({ title }) => title);
  const lines = async (): Promise<number[]> =>
    (
      await bench.beside.query<{ n: number }>(
        `SELECT count(*) AS n FROM history WHERE action = 'renamed' GROUP BY aggregate`,
      )
    ).map(({ n }) => n);

  beforeEach(async () => {
    bench = await CommandBench.start();
    process = await bench.process();
    await bench.beside.query(sql`INSERT INTO note (title, version) SELECT 'before', 1 FROM generate_series(1, 20)`);
    processor = new EventProcessor(
      process.unitOfWork,
      process.database,
      pino({ level: 'silent' }),
      new EventContracts([NoteWrittenFixture]),
      { sweepMs: 3_600_000, retryDelaysMs: [3_600_000], groupMs: 60_000 },
    );
    sets = [];
    handle = async (event, context) => {
      await rename(event, context);
    };
    processor.start({ handles: () => true, handle: (event, context) => handle(event as never, context) });
  });
  afterEach(async () => {
    await processor.stop();
    await bench.stop();
  });

  it('are read, decided and saved together, and once however often the events come', async () => {
    const events = upTo(20).map((key) => asked(key, 1, `n${key}`));
    await deliver([...events, ...events]);
    await deliver(events);
    expect(sets).toEqual([20]);
    expect(await titles()).toEqual(upTo(20).map((key) => `n${key}`));
    expect(await lines()).toEqual(upTo(20).map(() => 1));
  });

  it('are done in the order of each key, the others beside them', async () => {
    handle = async (event, context) => {
      await rename(event, context, event.sequence);
    };
    await deliver(upTo(20).flatMap((key) => upTo(3).map((n) => asked(key, n, `n${key}/${n}`))));
    expect(sets).toEqual([20, 20, 20]);
    expect(await titles()).toEqual(upTo(20).map((key) => `n${key}/3`));
    expect(await lines()).toEqual(upTo(20).map(() => 3));
  });

  it('do not suffer from one that fails: it is held, and no neighbour is done twice', async () => {
    await deliver(upTo(20).map((key) => asked(key, 1, key === 7 ? 'refuse me' : `n${key}`)));
    expect(sets).toEqual([20]);
    expect(await titles()).toEqual(upTo(20).map((key) => (key === 7 ? 'before' : `n${key}`)));
    expect(await lines()).toEqual(upTo(19).map(() => 1));
    expect(await bench.beside.query('SELECT key, sequence FROM inbox_parked')).toEqual([{ key: '7', sequence: 1 }]);
    expect(await bench.beside.query('SELECT finished FROM inbox_attempt')).toEqual([{ finished: 1 }]);
  });

  it('are all done but the one at which the database fails, each once', async () => {
    await deliver(upTo(20).map((key) => asked(key, 1, key === 7 ? 'spoil me' : `n${key}`)));
    expect(await titles()).toEqual(upTo(20).map((key) => (key === 7 ? 'before' : `n${key}`)));
    expect(await lines()).toEqual(upTo(19).map(() => 1));
    expect(await bench.beside.query('SELECT key FROM inbox_parked')).toEqual([{ key: '7' }]);
  });

  it('wait for a row that somebody holds one by one: it delays its own event only', async () => {
    const held = await bench.beside.pool.connect();
    await held.query('BEGIN; SELECT FROM note WHERE id = 7 FOR UPDATE');
    const done = deliver(upTo(20).map((key) => asked(key, 1, `n${key}`)));
    const others = upTo(20).map((key) => (key === 7 ? 'before' : `n${key}`));
    let meanwhile: string[] = [];
    for (const until = performance.now() + 10_000; performance.now() < until && meanwhile.join() !== others.join();)
      meanwhile = await titles();
    await held.query('COMMIT');
    held.release();
    await done;
    expect(meanwhile).toEqual(others);
    expect(await titles()).toEqual(upTo(20).map((key) => `n${key}`));
    expect(await lines()).toEqual(upTo(20).map(() => 1));
  });

  it('see each what the one before it changed, where several keys are about one aggregate', async () => {
    handle = async ({ data, subject }, { tx }) => {
      const command = { id: 1, version: Number(subject), title: data.title, actor: 'event' };
      await process.commands.apply(tx, counted, command);
    };
    await deliver(upTo(5).map((key) => asked(key, 1, `n${key}`)));
    expect(sets).toEqual([1, 1, 1, 1, 1]);
    expect((await titles())[0]).toBe('n5');
    expect(await lines()).toEqual([5]);
  });

  it('publish each as the consequence of its own event', async () => {
    const write = new Commands(process.unitOfWork, systemClock);
    const events = upTo(5).map((key) => asked(key, 1, `n${key}`));
    handle = async ({ data }, { tx }) => {
      await write.apply(tx, WRITE_NOTE, { title: data.title, actor: 'event' });
    };
    await deliver(events);
    expect(
      await bench.beside.query(
        `SELECT data->>'title' AS title, headers->>'causationid' AS cause FROM outbox ORDER BY data->>'title'`,
      ),
    ).toEqual(events.map(({ id, data }) => ({ title: (data as NoteWrittenFixture).title, cause: id })));
    await write.stop();
  });
});
