import { Refusal } from '@motcua/kernel';
import { parsePeriod } from './period.js';

describe('a period', () => {
  it.each([
    ['2026', '2025-12-31T17:00:00Z', '2026-12-31T17:00:00Z'],
    ['2026-Q4', '2026-09-30T17:00:00Z', '2026-12-31T17:00:00Z'],
    ['2026-02', '2026-01-31T17:00:00Z', '2026-02-28T17:00:00Z'],
    ['9998', '9997-12-31T17:00:00Z', '9998-12-31T17:00:00Z'],
  ])('%s is from the first midnight in Vietnam to the one after it', (name, start, end) => {
    const period = parsePeriod(name);
    expect([period.start.toString(), period.end.toString()]).toEqual([start, end]);
  });

  it.each(['0000', '0001', '0001-01', '9999', '9999-Q4', '9999-12'])(
    '%s touches years that no time is kept in, and is refused with its parameter',
    (name) => {
      expect(() => parsePeriod(name)).toThrow(Refusal);
    },
  );
});
