import { OutboxMarks } from './outbox-marks.js';
import { type PipelineStages, runPipeline } from './outbox-pipeline.js';
import type { OutboxRow } from './outbox-rows.js';

const rowsOf = (...ids: number[]): OutboxRow[] => ids.map((id) => ({ id }) as OutboxRow);
const ids = (rows: readonly OutboxRow[]): number[] => rows.map(({ id }) => id);

/** An outbox of rows that are gone when they are marked, and what was done to it in which order. */
function outbox(rows: number, batchSize: number, overrides: Partial<PipelineStages> = {}) {
  const unmarked = new Set(Array.from({ length: rows }, (_, n) => n + 1));
  const done: string[] = [];
  const stage = async (name: string, of: readonly OutboxRow[], work: () => void = () => undefined): Promise<void> => {
    done.push(`${name} ${ids(of).join(',')}`);
    await new Promise(setImmediate);
    work();
    done.push(`${name} ${ids(of).join(',')} ended`);
  };
  const stages: PipelineStages = {
    read: async (except) => {
      await new Promise(setImmediate);
      return rowsOf(...[...unmarked].filter((id) => !except.includes(id)).slice(0, batchSize));
    },
    publish: async (of) => {
      await stage('publish', of);
      return of;
    },
    marks: new OutboxMarks((of) => stage('mark', of, () => ids(of).forEach((id) => unmarked.delete(id))), 4),
    goOn: () => true,
    ...overrides,
  };
  return { done, unmarked, stage, run: () => runPipeline(batchSize, stages) };
}

const published = (done: readonly string[]): string[] => done.filter((line) => /^publish [\d,]+$/.test(line));

describe('the stages of the relay', () => {
  it('send one batch at a time, in order, and mark behind them', async () => {
    const { done, unmarked, run } = outbox(5, 2);
    await run();
    const sends = done.filter((line) => line.startsWith('publish'));
    expect(sends).toEqual([
      'publish 1,2',
      'publish 1,2 ended',
      'publish 3,4',
      'publish 3,4 ended',
      'publish 5',
      'publish 5 ended',
    ]);
    expect(done.indexOf('mark 1,2')).toBeGreaterThan(done.indexOf('publish 1,2 ended'));
    expect(done.indexOf('publish 3,4')).toBeLessThan(done.indexOf('mark 1,2 ended'));
    expect([...unmarked]).toEqual([]);
  });

  it('take along what was written while a batch that was not full was on its way', async () => {
    const { unmarked, run, done } = outbox(1, 2, {
      publish: async (of) => {
        if (ids(of).includes(1)) unmarked.add(2).add(3);
        done.push(`publish ${ids(of).join(',')}`);
        return of;
      },
    });
    await run();
    expect(published(done)).toEqual(['publish 1', 'publish 2,3']);
    expect([...unmarked]).toEqual([]);
  });

  it('send nothing after a batch that failed, and end only when what was sent is marked', async () => {
    const { done, unmarked, stage, run } = outbox(9, 2, {
      publish: async (of) => {
        if (ids(of).includes(3)) throw new Error('the broker is away');
        await stage('publish', of);
        return of;
      },
    });
    await expect(run()).rejects.toThrow('the broker is away');
    expect(published(done)).toEqual(['publish 1,2']);
    expect(done.at(-1)).toBe('mark 1,2 ended');
    expect([...unmarked]).toEqual([3, 4, 5, 6, 7, 8, 9]);
  });

  it('mark what was sent, and take no more, once they shall not go on', async () => {
    let told = false;
    const { done, unmarked, stage, run } = outbox(5, 2, {
      goOn: () => !told,
      publish: async (of) => {
        await stage('publish', of);
        told = true;
        return of;
      },
    });
    await run();
    expect(published(done)).toEqual(['publish 1,2', 'publish 3,4']);
    expect([...unmarked]).toEqual([5]);
  });

  it('mark only what the broker has taken', async () => {
    const { unmarked, run } = outbox(3, 3, {
      read: (except) => Promise.resolve(except.length > 0 ? [] : rowsOf(1, 2, 3)),
      publish: (of) => Promise.resolve(of.filter(({ id }) => id !== 2)),
    });
    await run();
    expect([...unmarked]).toEqual([2]);
  });

  it('send no more while too much is unmarked, and nothing after a mark that failed', async () => {
    const marking = Promise.withResolvers<undefined>();
    const { done, run } = outbox(9, 2, {
      marks: new OutboxMarks(async () => {
        await marking.promise;
        throw new Error('another relay has the lease');
      }, 4),
    });
    const relaying = run();
    relaying.catch(() => undefined);
    while (published(done).length < 3) await new Promise(setImmediate);
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    expect(published(done)).toEqual(['publish 1,2', 'publish 3,4', 'publish 5,6']);
    marking.resolve(undefined);
    await expect(relaying).rejects.toThrow('another relay has the lease');
    expect(published(done)).toHaveLength(3);
  });
});
