import { uniqueCodes } from './unique-codes.js';

describe('codes that come one after the other', () => {
  it.each([
    [
      ['A', 'B'],
      ['A', 'B'],
    ],
    [
      ['A', 'A', 'A'],
      ['A', 'A-2', 'A-3'],
    ],
    [
      ['A', 'A-3', 'A'],
      ['A', 'A-3', 'A-3-3'],
    ],
  ])('are each there once: of %j become %j', (wanted, taken) => {
    expect(wanted.map(uniqueCodes())).toEqual(taken);
  });
});
