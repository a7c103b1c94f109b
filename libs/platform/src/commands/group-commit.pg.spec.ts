import { randomUUID } from 'node:crypto';
import { eventually, TcpProxy } from '@motcua/testing';
import { Refusal } from '@motcua/kernel';
import { CommitUnanswered } from '../database/commit-unanswered.js';
import { firstBrokenLine, type HistoryLine } from '../database/history.js';
import { sql } from '../database/sql.js';
import { CommandBench, type CommandProcess, keyed } from '../testing/command-bench.fixture.js';
import type { Note } from '../testing/notes.fixture.js';
import { RENAME_NOTE } from '../testing/rename-note.fixture.js';
import { DRAW_TICKET } from '../testing/tickets.fixture.js';
import { type WriteNote, WRITE_NOTE } from '../testing/write-note.fixture.js';

const DAY = '2026-11-30';
const ticket = (office = 'H48.12') => ({ id: randomUUID(), office, day: DAY });
const codeOf = (result: PromiseSettledResult<unknown>): string =>
  result.status === 'fulfilled' ? 'done' : ((result.reason as { code?: string }).code ?? String(result.reason));

/** As a client does that is told that its key is being worked on. */
async function untilAnswered<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if ((error as { code?: string }).code !== 'IDEMPOTENCY.IN_FLIGHT') throw error;
    }
  }
}

/** That of the group: the first is of the command that keeps the one lane busy. */
function secondCommit(): (request: Buffer) => boolean {
  let commits = 0;
  return (request) => request.includes('COMMIT') && ++commits === 2;
}

describe('commands that are done together', () => {
  let bench: CommandBench;
  let one: CommandProcess;

  /** Runs work while both lanes are busy, so that all it asks for goes together when they are free. */
  const together = async <Result>(process: CommandProcess, work: () => Promise<Result>, lanes = 2): Promise<Result> => {
    const busy = Array.from({ length: lanes }, () => process.commands.run(DRAW_TICKET, ticket('busy')));
    const result = work();
    await Promise.all(busy);
    return result;
  };
  /** How many transactions have written to the history. */
  const transactions = async (): Promise<number> => {
    const [row] = await bench.beside.query<{ n: number }>('SELECT count(DISTINCT xmin::text) AS n FROM history');
    return row!.n;
  };
  const note = async (title: string): Promise<Note> =>
    (await one.commands.run(WRITE_NOTE, { title, actor: 'clerk' })).body;

  beforeAll(async () => {
    bench = await CommandBench.start();
    one = await bench.process();
  });
  afterAll(() => bench.stop());

  it('are one transaction, in which each has its state, its event, its line of history and its answer', async () => {
    const [before, counts] = [await transactions(), await bench.counts('ticket')];
    const answers = await together(one, () =>
      Promise.all(Array.from({ length: 64 }, () => keyed(one, randomUUID(), DRAW_TICKET, ticket()))),
    );
    expect(answers.map(({ body }) => body.number)).toEqual(Array.from({ length: 64 }, (_, index) => index + 1));
    expect(await transactions()).toBe(before + 3);
    const [state, outbox, history, kept] = counts as [number, number, number, number];
    // The two that kept the lanes busy have no key.
    expect(await bench.counts('ticket')).toEqual([state + 66, outbox + 66, history + 66, kept + 64]);
  });

  it('wait for nobody: one alone begins at once', async () => {
    const before = await transactions();
    await one.commands.run(DRAW_TICKET, ticket());
    expect(await transactions()).toBe(before + 1);
  });

  it('are all or none where the database says ROLLBACK to their COMMIT, and nobody is told otherwise', async () => {
    const counts = await bench.counts('note');
    const careless = {
      ...WRITE_NOTE,
      aggregate: {
        ...WRITE_NOTE.aggregate,
        // A failure that nobody looks at aborts the transaction all the same.
        save: async (queries: Parameters<typeof WRITE_NOTE.aggregate.save>[0]) => {
          await queries.query('SELECT 1 / 0').catch(() => undefined);
          return undefined;
        },
      },
    };
    const results = await together(one, () =>
      Promise.allSettled(['a', 'b', 'c'].map((title) => one.commands.run(careless, { title, actor: 'clerk' }))),
    );
    expect(results.map(codeOf)).toEqual(['22012', '22012', '22012']);
    expect((await bench.counts('note'))[0]).toBe(counts[0]);
  });

  it('are not done where one of their transaction’s waves is the last that the connection lives through', async () => {
    const die = sql`SELECT pg_terminate_backend(pg_backend_pid())`;
    const dying = {
      'before the facts': {
        ...WRITE_NOTE,
        facts: async (queries: Parameters<typeof WRITE_NOTE.facts>[0], commands: readonly WriteNote[]) => {
          await queries.query(die);
          return WRITE_NOTE.facts(queries, commands);
        },
      },
      'after the facts': {
        ...WRITE_NOTE,
        facts: async (queries: Parameters<typeof WRITE_NOTE.facts>[0], commands: readonly WriteNote[]) => {
          const facts = await WRITE_NOTE.facts(queries, commands);
          await queries.query(die);
          return facts;
        },
      },
      'after the save': {
        ...WRITE_NOTE,
        aggregate: {
          ...WRITE_NOTE.aggregate,
          save: async (...given: Parameters<typeof WRITE_NOTE.aggregate.save>) => {
            await WRITE_NOTE.aggregate.save(...given);
            await given[0].query(die);
            return undefined;
          },
        },
      },
      'in the last wave': {
        ...WRITE_NOTE,
        aggregate: {
          ...WRITE_NOTE.aggregate,
          save: async (...given: Parameters<typeof WRITE_NOTE.aggregate.save>) => {
            await WRITE_NOTE.aggregate.save(...given);
            void given[0].query(die).catch(() => undefined);
            return undefined;
          },
        },
      },
    };
    for (const [when, kind] of Object.entries(dying)) {
      const counts = await bench.counts('note');
      const results = await Promise.allSettled(
        ['x', 'y'].map((title) => keyed(one, randomUUID(), kind, { title, actor: 'clerk' })),
      );
      expect([when, ...results.map(({ status }) => status)]).toEqual([when, 'rejected', 'rejected']);
      expect([when, await bench.counts('note')]).toEqual([when, counts]);
    }
    expect((await note('still there')).title).toBe('still there');
  });

  it('are all or none where the last of their statements fails: no state, event, line or answer of any of them', async () => {
    const before = await bench.counts('ticket');
    await bench.admin(`ALTER TABLE idempotency ADD CONSTRAINT nothing_more CHECK (false) NOT VALID`);
    try {
      const results = await together(one, () =>
        Promise.allSettled(Array.from({ length: 64 }, () => keyed(one, randomUUID(), DRAW_TICKET, ticket('none')))),
      );
      expect(results.map(codeOf)).toEqual(Array(64).fill('23514'));
    } finally {
      await bench.admin('ALTER TABLE idempotency DROP CONSTRAINT nothing_more');
    }
    const [state, outbox, history, kept] = before as [number, number, number, number];
    // The two that kept the lanes busy have no key.
    expect(await bench.counts('ticket')).toEqual([state + 2, outbox + 2, history + 2, kept]);
    expect((await keyed(one, randomUUID(), DRAW_TICKET, ticket('none'))).body.number).toBe(1);
  });

  it('are each settled by their key where the answer to the commit of all of them is lost', async () => {
    const proxy = await TcpProxy.to(bench.port);
    const far = await bench.process({ lanes: 1 }, proxy.port);
    try {
      const asked = Array.from({ length: 64 }, () => ({ key: randomUUID(), command: ticket('lost') }));
      const ask = () => asked.map(({ key, command }) => keyed(far, key, DRAW_TICKET, command));
      const first = await together(
        far,
        async () => {
          proxy.loseAnswers(1, secondCommit());
          return Promise.allSettled(ask());
        },
        1,
      );
      const lost = first.filter(({ status }) => status === 'rejected');
      expect(lost).toHaveLength(64);
      for (const result of lost) expect((result as PromiseRejectedResult).reason).toBeInstanceOf(CommitUnanswered);
      expect(proxy.lostAnswers).toBe(1);
      proxy.restore();
      const again = await Promise.all(
        asked.map(({ key, command }) => untilAnswered(() => keyed(far, key, DRAW_TICKET, command))),
      );
      expect(new Set(again.map(({ body }) => body.number)).size).toBe(64);
      const rows = await bench.beside.query<{ n: number; last: number }>(
        `SELECT count(*) AS n, max(number) AS last FROM ticket WHERE office = 'lost'`,
      );
      expect(rows).toEqual([{ n: 64, last: 64 }]);
    } finally {
      proxy.restore();
      await far.commands.stop();
      await far.database.close();
      await proxy.close();
    }
  });

  it('are not tried again where nobody knows whether they are done', async () => {
    const proxy = await TcpProxy.to(bench.port);
    const far = await bench.process({ lanes: 1 }, proxy.port);
    try {
      const results = await together(
        far,
        async () => {
          proxy.loseAnswers(1, secondCommit());
          const titles = Array<string>(5).fill('lost without a key');
          return Promise.allSettled(titles.map((title) => far.commands.run(WRITE_NOTE, { title, actor: 'clerk' })));
        },
        1,
      );
      expect(results.map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
      const done = await eventually(async () => {
        const rows = await bench.beside.query(`SELECT 1 FROM note WHERE title = 'lost without a key'`);
        return rows.length > 0 && rows.length;
      });
      expect(done).toBe(5);
    } finally {
      proxy.restore();
      await far.commands.stop();
      await far.database.close();
      await proxy.close();
    }
  });

  it('do not take for a success what the database has rolled back', async () => {
    const before = await bench.count('note');
    const careless = one.unitOfWork.run(async (tx) => {
      await tx.query(`INSERT INTO note (title) VALUES ('careless')`);
      await tx.query('SELECT 1 / 0').catch(() => undefined);
      return 'done';
    });
    await expect(careless).rejects.toMatchObject({ code: '22012' });
    expect(await bench.count('note')).toBe(before);
  });

  it('do not suffer from a bad neighbour, and none of them is done twice', async () => {
    const asked = ['a', 'closed', 'b', 'closed', 'c'].map((office) => ticket(office));
    const before = await bench.counts('ticket');
    const results = await together(one, () =>
      Promise.allSettled(asked.map((command) => keyed(one, randomUUID(), DRAW_TICKET, command))),
    );
    expect(results.map(codeOf)).toEqual(['done', '23514', 'done', '23514', 'done']);
    const [state, outbox, history, kept] = before as [number, number, number, number];
    expect(await bench.counts('ticket')).toEqual([state + 5, outbox + 5, history + 5, kept + 3]);
  });

  it('do not suffer from a neighbour that is refused or whose decision fails', async () => {
    const results = await together(one, () =>
      Promise.allSettled(
        ['good', 'refuse me', 'fine', 'break me'].map((title) =>
          one.commands.run(WRITE_NOTE, { title, actor: 'clerk' }),
        ),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect((results[1] as PromiseRejectedResult).reason).toBeInstanceOf(Refusal);
    expect((results[3] as PromiseRejectedResult).reason).toBeInstanceOf(TypeError);
  });

  it('have one effect and one answer for a key that comes twice at once, in one process or in two', async () => {
    const two = await bench.process();
    for (const process of [one, two]) {
      const [key, command] = [randomUUID(), ticket('twice')];
      const results = await together(one, () =>
        Promise.allSettled([one, process, one, process].map((where) => keyed(where, key, DRAW_TICKET, command))),
      );
      const done = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.body.number] : []));
      expect(new Set(done).size).toBe(1);
      for (const result of results) expect(['done', 'IDEMPOTENCY.IN_FLIGHT']).toContain(codeOf(result));
      expect((await keyed(two, key, DRAW_TICKET, command)).headers['idempotent-replayed']).toBe('true');
      const other = await Promise.allSettled([keyed(one, key, DRAW_TICKET, command, 'another request')]);
      expect(other.map(codeOf)).toEqual(['IDEMPOTENCY.KEY_REUSED']);
    }
    expect(await bench.beside.query(`SELECT max(number) AS last FROM ticket WHERE office = 'twice'`)).toEqual([
      { last: 2 },
    ]);
  });

  it('give the answer that is kept to whoever asks while the first is just being committed, never a refusal', async () => {
    const two = await bench.process();
    for (let round = 0; round < 150; round += 1) {
      const { id, version } = await note('contested');
      const [key, command] = [randomUUID(), { id, version, title: `round ${round}`, actor: 'clerk' }];
      const ask = async (process: CommandProcess): Promise<string> => {
        const asked = untilAnswered(() => keyed(process, key, RENAME_NOTE, command));
        return codeOf((await Promise.allSettled([asked]))[0]);
      };
      expect(await Promise.all([ask(one), ask(two)])).toEqual(['done', 'done']);
    }
  });

  it('let one of those win that saw the same version, in one group, in two, and in two processes', async () => {
    const two = await bench.process();
    for (const [here, there] of [
      [one, one],
      [one, two],
    ] as const) {
      const { id, version } = await note('contested');
      const results = await together(one, () =>
        Promise.allSettled(
          [here, there, here, there].map(({ commands }, index) =>
            commands.run(RENAME_NOTE, { id, version, title: `of ${index}`, actor: 'clerk' }),
          ),
        ),
      );
      expect(results.map(codeOf).sort()).toEqual(['RESOURCE.CHANGED', 'RESOURCE.CHANGED', 'RESOURCE.CHANGED', 'done']);
      expect(await bench.beside.query(sql`SELECT version FROM note WHERE id = ${id}`)).toEqual([{ version: 2 }]);
    }
  });

  it('do not wait for a row that somebody holds: only its own command does', async () => {
    const [held, ...free] = [await note('held'), await note('free'), await note('free too')];
    const officer = await bench.beside.connection();
    await officer.query(`BEGIN; SELECT 1 FROM note WHERE id = ${held.id} FOR UPDATE`);
    const rename = ({ id, version }: Note) =>
      one.commands.run(RENAME_NOTE, { id, version, title: 'renamed', actor: 'clerk' });
    let waits = true;
    const { waiting } = await together(one, async () => {
      const waiting = rename(held).finally(() => (waits = false));
      await Promise.all(free.map(rename));
      return { waiting };
    });
    expect(waits).toBe(true);
    await officer.query('COMMIT');
    officer.release();
    expect((await waiting).body).toEqual({ title: 'renamed' });
  });

  it('answer that there is no such thing, where there is none', async () => {
    const missing = { id: 999_999, version: 1, title: 'x', actor: 'clerk' };
    const results = await together(one, () => Promise.allSettled([one.commands.run(RENAME_NOTE, missing)]));
    expect(results.map(codeOf)).toEqual(['RESOURCE.NOT_FOUND']);
  });

  it('give numbers without a gap, and none twice, whatever fails in between, in two offices over midnight', async () => {
    const two = await bench.process({ lanes: 1, group: 3 });
    const asked = Array.from({ length: 240 }, (_, index) => ({
      id: randomUUID(),
      office: index % 12 === 5 ? 'closed' : ['south', 'north'][index % 2]!,
      day: index < 120 ? '2026-12-31' : '2027-01-01',
    }));
    const results = await Promise.allSettled(
      asked.map((command, index) => keyed(index % 3 ? one : two, randomUUID(), DRAW_TICKET, command)),
    );
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(20);
    for (const office of ['south', 'north'])
      for (const day of ['2026-12-31', '2027-01-01']) {
        const rows = await bench.beside.query<{ number: number }>(
          sql`SELECT number FROM ticket WHERE office = ${office} AND day = ${day}::date ORDER BY number`,
        );
        expect(rows.length).toBeGreaterThan(45);
        expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
      }
  });

  it('are refused for a while where too many wait', async () => {
    const small = await bench.process({ queue: 3, lanes: 1, group: 1 });
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, () => small.commands.run(DRAW_TICKET, ticket('crowd'))),
    );
    expect(results.map(codeOf)).toEqual(['done', 'done', 'done', 'done', ...Array(2).fill('SERVICE.UNAVAILABLE')]);
  });

  it('leave events in order without a hole, histories that hold, and with each event the head of its own', async () => {
    const notes = await Promise.all(Array.from({ length: 8 }, (_, index) => note(`many ${index}`)));
    for (let round = 1; round <= 5; round += 1)
      await Promise.all(
        notes.map(({ id }) => one.commands.run(RENAME_NOTE, { id, version: round, title: `${round}`, actor: 'clerk' })),
      );
    const lines = await bench.beside.query<HistoryLine>('SELECT * FROM history ORDER BY aggregate, n');
    const histories = Map.groupBy(lines, ({ aggregate }) => aggregate);
    for (const { id } of notes) expect(histories.get(`note/${id}`)).toHaveLength(6);
    for (const [aggregate, history] of histories)
      expect([aggregate, firstBrokenLine('key of the specs', history)]).toEqual([aggregate, undefined]);
    const events = await bench.beside.query<{ key: string; sequence: number }>(
      'SELECT key, sequence FROM outbox ORDER BY id',
    );
    const heads = await bench.beside.query<{ key: string; length: number; head: string }>(
      `SELECT key, (headers->>'historylength')::int AS length, headers->>'historyhead' AS head FROM outbox
       WHERE headers->>'historyaggregate' = 'note/' || key`,
    );
    expect(heads.length).toBeGreaterThanOrEqual(notes.length);
    for (const { key, length, head } of heads)
      expect([key, histories.get(`note/${key}`)?.[length - 1]?.hash.toString('hex')]).toEqual([key, head]);
    for (const [key, published] of Map.groupBy(events, (event) => event.key))
      expect([key, published.map(({ sequence }) => sequence)]).toEqual([key, published.map((_, index) => index + 1)]);
  });

  it('are ended, and no more are taken, when the process stops', async () => {
    const ending = await bench.process();
    const asked = Array.from({ length: 20 }, () => ending.commands.run(DRAW_TICKET, ticket('ending')));
    const stopped = ending.commands.stop();
    const late = await Promise.allSettled([ending.commands.run(DRAW_TICKET, ticket('ending'))]);
    await stopped;
    const answers = await Promise.all(asked);
    expect(answers.map(({ body }) => body.number).sort((a, b) => a - b)).toEqual(asked.map((_, index) => index + 1));
    expect(late.map(codeOf)).toEqual(['SERVICE.UNAVAILABLE']);
  });
});
