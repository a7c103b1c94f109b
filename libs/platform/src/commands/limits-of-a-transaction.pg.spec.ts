import { CommandBench, type CommandProcess, keyed } from '../testing/command-bench.fixture.js';
import { type WriteNote, WRITE_NOTE } from '../testing/write-note.fixture.js';

describe('a transaction', () => {
  let bench: CommandBench;
  let process: CommandProcess;
  beforeAll(async () => {
    bench = await CommandBench.start();
    process = await bench.process();
  });
  afterAll(() => bench.stop());

  it('is refused whose event no broker would take, with 413 and nothing written; its neighbours are done', async () => {
    const write = (title: string): Promise<unknown> => {
      const command: WriteNote = { title, actor: 'clerk' };
      return keyed(process, `key of ${title.slice(0, 9)}`, WRITE_NOTE, command);
    };
    const results = await Promise.allSettled([
      write('first'),
      write('second'),
      write('ế'.repeat(400_000)),
      write('fourth'),
      write('fifth'),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect((results[2] as PromiseRejectedResult).reason).toMatchObject({
      code: 'REQUEST.TOO_LARGE',
      evidence: { event: 'vn.motcua.note.written.v1', maxBytes: 900_000 },
    });
    expect(await bench.counts('note')).toEqual([4, 4, 4, 4]);
  });

  it('takes no second connection, since as many as the pool is large would wait for each other', async () => {
    const { unitOfWork, database } = process;
    const inside = unitOfWork.run(async (tx) => {
      await tx.query('SELECT 1');
      await database.query('SELECT 2');
    });
    await expect(inside).rejects.toThrow('a second connection inside a transaction');
    await expect(unitOfWork.run(() => unitOfWork.run((tx) => tx.query('SELECT 1')))).rejects.toThrow(
      'a second connection inside a transaction',
    );
    await expect(database.query('SELECT 3 AS three')).resolves.toEqual([{ three: 3 }]);
  });
});
