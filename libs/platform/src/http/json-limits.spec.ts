import { exceededJsonLimit } from './json-limits.js';

const LIMITS = { depth: 3, nodes: 10, members: 4 };
const exceeded = (json: string): string | undefined => exceededJsonLimit(Buffer.from(json), LIMITS);

describe('how much a body may ask', () => {
  it.each([
    ['an object of as many members as are allowed', '{"a":1,"b":2,"c":3,"d":4}'],
    ['a depth of as much as is allowed', '[[[1]]]'],
    ['a list of more elements than an object may have members', '[1,2,3,4,5,6]'],
    ['brackets, braces and commas within a text', '"[[[[{{{{,,,,,,,,,,,,"'],
    ['a quote within a text', '["\\"[[[[,,,,,,,,,,,,\\\\"]'],
    ['nothing at all', ''],
  ])('allows %s', (_, json) => {
    expect(exceeded(json)).toBeUndefined();
  });

  it.each([
    ['members', 'an object of one member too many', '{"a":1,"b":2,"c":3,"d":4,"e":5}'],
    ['members', 'such an object after another', '[{"a":1},{"a":1,"b":2,"c":3,"d":4,"e":5}]'],
    ['depth', 'a list within too many lists', '[[[[1]]]]'],
    ['depth', 'brackets that never end', '[[[['],
    ['nodes', 'a list of too many numbers', '[1,2,3,4,5,6,7,8,9,10,11]'],
    ['nodes', 'a list of too many empty objects', '[{},{},{},{},{},{}]'],
  ])('finds that the %s are too many or too deep: %s', (limit, _, json) => {
    expect(exceeded(json)).toBe(limit);
  });

  it('reads a megabyte of escaped quotes to its end', () => {
    expect(exceededJsonLimit(Buffer.from(`"${'\\"'.repeat(500_000)}"`), LIMITS)).toBeUndefined();
  });
});
