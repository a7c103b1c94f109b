import { RedeliveryWindow } from './redelivery-window.js';

describe('the first events after a part of the log was taken over', () => {
  const opened = (): RedeliveryWindow => {
    const window = new RedeliveryWindow(10);
    window.assigned(['t/0', 't/1']);
    return window;
  };

  it('are doubtful up to as many as a process has in work at a time', () => {
    const window = opened();
    expect(window.includes('t/0', 5n, 100n)).toBe(true);
    window.dealtWith('t/0', 4);
    expect(window.includes('t/0', 9n, 100n)).toBe(true);
    window.dealtWith('t/0', 6);
    expect(window.includes('t/0', 15n, 100n)).toBe(false);
    expect(window.includes('t/0', 25n, 100n)).toBe(false);
  });

  it('are doubtful behind however many that come again and were applied, since positions are committed later', () => {
    const window = opened();
    for (let first = 0n; first < 500n; first += 10n) {
      expect(window.includes('t/0', first, 1_000n)).toBe(true);
      window.dealtWith('t/0', 0);
    }
    expect(window.includes('t/0', 500n, 1_000n)).toBe(true);
    window.dealtWith('t/0', 10);
    expect(window.includes('t/0', 510n, 1_000n)).toBe(false);
  });

  it('are doubtful only where they were there already', () => {
    const window = opened();
    expect(window.includes('t/0', 5n, 6n)).toBe(true);
    window.dealtWith('t/0', 1);
    expect(window.includes('t/0', 6n, 7n)).toBe(false);
  });

  it('are counted for each part, and again after each assignment', () => {
    const window = opened();
    for (const part of ['t/0', 't/1']) {
      expect(window.includes(part, 5n, 100n)).toBe(true);
      window.dealtWith(part, 10);
    }
    expect(window.includes('t/2', 5n, 100n)).toBe(false);
    expect(window.includes('t/0', 15n, 100n)).toBe(false);
    window.assigned(['t/0']);
    expect(window.includes('t/0', 15n, 100n)).toBe(true);
    expect(window.includes('t/1', 15n, 100n)).toBe(false);
  });
});
