import { CarefulStart } from './careful-start.js';

describe('the first messages after a partition was assigned', () => {
  const start = (): CarefulStart => {
    const careful = new CarefulStart(10);
    careful.assigned({ t: [0, 1] });
    return careful;
  };

  it('are doubtful up to as many as a process takes at a time', () => {
    const careful = start();
    expect(careful.isDoubtful('t', 0, 5n, 4, 100n)).toBe(true);
    expect(careful.isDoubtful('t', 0, 9n, 6, 100n)).toBe(true);
    expect(careful.isDoubtful('t', 0, 15n, 10, 100n)).toBe(false);
    expect(careful.isDoubtful('t', 0, 25n, 1, 100n)).toBe(false);
  });

  it('are doubtful only where they were there already', () => {
    const careful = start();
    expect(careful.isDoubtful('t', 0, 5n, 1, 6n)).toBe(true);
    expect(careful.isDoubtful('t', 0, 6n, 1, 7n)).toBe(false);
  });

  it('are counted for each partition, and again after each assignment', () => {
    const careful = start();
    expect(careful.isDoubtful('t', 0, 5n, 10, 100n)).toBe(true);
    expect(careful.isDoubtful('t', 1, 5n, 10, 100n)).toBe(true);
    expect(careful.isDoubtful('t', 2, 5n, 10, 100n)).toBe(false);
    expect(careful.isDoubtful('t', 0, 15n, 10, 100n)).toBe(false);
    careful.assigned({ t: [0] });
    expect(careful.isDoubtful('t', 0, 15n, 10, 100n)).toBe(true);
    expect(careful.isDoubtful('t', 1, 15n, 10, 100n)).toBe(false);
  });
});
