import { Reading } from './reading.js';

function read<T>(work: (reading: Reading) => T): [T, ...string[]] {
  const reading = new Reading();
  const value = work(reading);
  return [value, ...reading.faults.map(({ pointer, code }) => `${pointer} ${code}`)];
}

describe('JSON of others', () => {
  it.each<[unknown, unknown, string[]]>([
    [' a  b ', 'a b', []],
    [7, '7', []],
    ['', null, []],
    [' ', null, []],
    [null, null, []],
    [undefined, null, []],
    [true, null, ['/x NOT_A_TEXT']],
    [{}, null, ['/x NOT_A_TEXT']],
  ])('%j is the text %j', (given, value, faults) => {
    expect(read((reading) => reading.text(given, '/x'))).toEqual([value, ...faults]);
  });

  it.each<[unknown, string, string[]]>([
    ['a', 'a', []],
    ['', '', ['/x MISSING']],
    [null, '', ['/x MISSING']],
    [undefined, '', ['/x MISSING']],
    [true, '', ['/x NOT_A_TEXT']],
  ])('%j, where a text is required, is %j', (given, value, faults) => {
    expect(read((reading) => reading.required(given, '/x'))).toEqual([value, ...faults]);
  });

  it.each<[unknown, number | null, string[]]>([
    [230_000, 230_000, []],
    [0, 0, []],
    ['230.000', 230_000, []],
    ['1,230.000', 1_230_000, []],
    [' 12 ', 12, []],
    ['0.5', 0.5, []],
    ['', null, []],
    [null, null, []],
    [undefined, null, []],
    [-1, null, ['/x NOT_A_NUMBER']],
    [Infinity, null, ['/x NOT_A_NUMBER']],
    ['-1', null, ['/x NOT_A_NUMBER']],
    ['1.2.3', null, ['/x NOT_A_NUMBER']],
    ['many', null, ['/x NOT_A_NUMBER']],
    [true, null, ['/x NOT_A_NUMBER']],
  ])('%j is the number %j', (given, value, faults) => {
    expect(read((reading) => reading.number(given, '/x'))).toEqual([value, ...faults]);
  });

  it.each<[unknown, string | null, string[]]>([
    [1_777_852_800_000, '2026-05-04', []],
    // 17:00 in Greenwich is midnight in Vietnam.
    [1_777_827_599_999, '2026-05-03', []],
    [1_777_827_600_000, '2026-05-04', []],
    [4_102_444_800_000, '2100-01-01', []],
    [4_102_444_800_001, null, ['/x NOT_A_TIME']],
    [0.5, null, ['/x NOT_A_TIME']],
    [null, null, []],
    ['May', null, ['/x NOT_A_NUMBER']],
  ])('%j is the day %j', (given, value, faults) => {
    expect(read((reading) => reading.day(given, '/x'))).toEqual([value, ...faults]);
  });

  it.each<[unknown, boolean | null, string[]]>([
    [true, true, []],
    [false, false, []],
    [null, null, []],
    [undefined, null, []],
    ['true', null, ['/x NOT_A_FLAG']],
  ])('%j is the flag %j', (given, value, faults) => {
    expect(read((reading) => reading.flag(given, '/x'))).toEqual([value, ...faults]);
  });

  it.each<[unknown, unknown[], string[]]>([
    [
      ['a', 'b'],
      [
        { value: 'a', pointer: '/x/0' },
        { value: 'b', pointer: '/x/1' },
      ],
      [],
    ],
    [{ a: 1 }, [{ value: { a: 1 }, pointer: '/x' }], []],
    ['', [], []],
    [null, [], []],
    [undefined, [], []],
    [7, [], ['/x NOT_A_LIST']],
  ])('%j is the list %j', (given, value, faults) => {
    expect(read((reading) => reading.list(given, '/x'))).toEqual([value, ...faults]);
  });

  it('is no object where it is a list, a text or nothing', () => {
    for (const given of [[], 'x', null, 7])
      expect(read((reading) => reading.object(given, '/x'))).toEqual([{}, '/x NOT_AN_OBJECT']);
    expect(read((reading) => reading.object({ a: 1 }, '/x'))).toEqual([{ a: 1 }]);
    expect(read((reading) => reading.objects([{ a: 1 }, 2], '/x'))).toEqual([
      [
        { value: { a: 1 }, pointer: '/x/0' },
        { value: {}, pointer: '/x/1' },
      ],
      '/x/1 NOT_AN_OBJECT',
    ]);
  });
});
