import { chapters } from './chapters.js';

describe('a story of which only the last chapter is run', () => {
  const titles: string[] = [];
  const plays: (() => Promise<void>)[] = [];
  const told: number[] = [];
  beforeAll(() => {
    const original = globalThis.it;
    globalThis.it = ((title: string, play: () => Promise<void>) => {
      titles.push(title);
      plays.push(play);
    }) as unknown as typeof globalThis.it;
    try {
      const chapter = chapters();
      for (const n of [1, 2, 3]) chapter(`chapter ${n}`, () => void told.push(n));
      chapter('one that fails', () => Promise.reject(new Error('it fails')));
      chapter('one after it', () => void told.push(5));
    } finally {
      globalThis.it = original;
    }
  });

  it('plays those before it, once', async () => {
    expect(titles).toHaveLength(5);
    await plays[2]!();
    await plays[0]!();
    expect(told).toEqual([1, 2, 3]);
  });

  it('fails where one before it does', async () => {
    await expect(plays[4]!()).rejects.toThrow('it fails');
  });
});
