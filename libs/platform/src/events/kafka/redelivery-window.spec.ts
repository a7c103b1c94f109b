import { RedeliveryWindow } from './redelivery-window.js';

describe('the first messages after a partition was assigned', () => {
  const start = (): RedeliveryWindow => {
    const window = new RedeliveryWindow(10);
    window.assigned({ t: [0, 1] });
    return window;
  };

  it('are doubtful up to as many as a process takes at a time', () => {
    const window = start();
    expect(window.includes('t', 0, 5n, 4, 100n)).toBe(true);
    expect(window.includes('t', 0, 9n, 6, 100n)).toBe(true);
    expect(window.includes('t', 0, 15n, 10, 100n)).toBe(false);
    expect(window.includes('t', 0, 25n, 1, 100n)).toBe(false);
  });

  it('are doubtful only where they were there already', () => {
    const window = start();
    expect(window.includes('t', 0, 5n, 1, 6n)).toBe(true);
    expect(window.includes('t', 0, 6n, 1, 7n)).toBe(false);
  });

  it('are counted for each partition, and again after each assignment', () => {
    const window = start();
    expect(window.includes('t', 0, 5n, 10, 100n)).toBe(true);
    expect(window.includes('t', 1, 5n, 10, 100n)).toBe(true);
    expect(window.includes('t', 2, 5n, 10, 100n)).toBe(false);
    expect(window.includes('t', 0, 15n, 10, 100n)).toBe(false);
    window.assigned({ t: [0] });
    expect(window.includes('t', 0, 15n, 10, 100n)).toBe(true);
    expect(window.includes('t', 1, 15n, 10, 100n)).toBe(false);
  });
});
