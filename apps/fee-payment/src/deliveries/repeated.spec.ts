import { Repeated } from './repeated.js';

describe('work that drains what is due', () => {
  const repeated = (): Repeated =>
    new Repeated(
      () => Promise.resolve(),
      1_000,
      () => undefined,
    );
  const two = (): Promise<readonly number[]> => Promise.resolve([1, 2]);

  it('ends with its batch when the service stops, however much is left', async () => {
    const work = repeated();
    const handled: number[] = [];
    await work.drain({
      batch: 2,
      batches: 5,
      take: two,
      handle: async (due) => {
        handled.push(due);
        await work.stop();
        return true;
      },
    });
    expect(handled).toEqual([1, 2]);
  });

  it('goes on while somebody of a batch was answered, at most as many batches as it may, and ends where nobody was', async () => {
    const handled: number[] = [];
    const handle = (due: number): Promise<boolean> => Promise.resolve(handled.push(due) % 2 === 0);
    await repeated().drain({ batch: 2, batches: 3, take: two, handle });
    expect(handled).toEqual([1, 2, 1, 2, 1, 2]);
    let asked = 0;
    const silent = (): Promise<boolean> => Promise.resolve((asked += 1) < 0);
    await repeated().drain({ batch: 2, batches: 3, take: two, handle: silent });
    expect(asked).toBe(2);
  });

  it('says what one failed with once all of its batch have ended', async () => {
    const ended: number[] = [];
    const handle = (due: number): Promise<boolean> =>
      due === 1 ? Promise.reject(new Error('broken')) : Promise.resolve(ended.push(due) > 0);
    await expect(repeated().drain({ batch: 2, take: two, handle })).rejects.toThrow('broken');
    expect(ended).toEqual([2]);
  });
});
