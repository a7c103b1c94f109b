import { countsAsOverdueBy } from './second-supplement.js';

describe('R10: a dossier counts as overdue in Decision 766', () => {
  it.each([
    [0, false],
    [1, false],
    [2, true],
    [3, true],
  ])('after %i supplement requests: %s', (requests, overdue) => {
    expect(countsAsOverdueBy(requests)).toBe(overdue);
  });
});
