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
    publish: (of) => stage('publish', of),
    mark: (of) => stage('mark', of, () => ids(of).forEach((id) => unmarked.delete(id))),
    goOn: () => true,
    ...overrides,
  };
  return { done, unmarked, stage, run: () => runPipeline(batchSize, stages) };
}

describe('the stages of the relay', () => {
  it('send one batch at a time, in order, and mark the one before it meanwhile', async () => {
    const { done, unmarked, run } = outbox(5, 2);
    await run();
    expect(done).toEqual([
      'publish 1,2',
      'publish 1,2 ended',
      'publish 3,4',
      'mark 1,2',
      'publish 3,4 ended',
      'mark 1,2 ended',
      'publish 5',
      'mark 3,4',
      'publish 5 ended',
      'mark 3,4 ended',
      'mark 5',
      'mark 5 ended',
    ]);
    expect([...unmarked]).toEqual([]);
  });

  it('take what was written while they were at work', async () => {
    const { unmarked, run, done } = outbox(1, 2, {
      publish: (of) => {
        if (ids(of).includes(1)) unmarked.add(2);
        done.push(`publish ${ids(of).join(',')}`);
        return Promise.resolve();
      },
    });
    await run();
    expect(done.filter((line) => line.startsWith('publish'))).toEqual(['publish 1', 'publish 2']);
    expect([...unmarked]).toEqual([]);
  });

  it('send nothing after a batch that failed, and end only when the others have ended', async () => {
    const { done, unmarked, stage, run } = outbox(9, 2, {
      publish: async (of) => {
        if (ids(of).includes(3)) throw new Error('the broker is away');
        await stage('publish', of);
      },
    });
    await expect(run()).rejects.toThrow('the broker is away');
    expect(done.filter((line) => line.startsWith('publish'))).toEqual(['publish 1,2', 'publish 1,2 ended']);
    expect(done.at(-1)).toBe('mark 1,2 ended');
    expect([...unmarked]).toEqual([3, 4, 5, 6, 7, 8, 9]);
  });

  it('mark what was sent, and take no more, once they shall not go on', async () => {
    let told = false;
    const { done, unmarked, stage, run } = outbox(5, 2, {
      goOn: () => !told,
      publish: async (of) => {
        told = true;
        await stage('publish', of);
      },
    });
    await run();
    expect(done.filter((line) => !line.endsWith('ended'))).toEqual([
      'publish 1,2',
      'publish 3,4',
      'mark 1,2',
      'mark 3,4',
    ]);
    expect([...unmarked]).toEqual([5]);
  });
});
