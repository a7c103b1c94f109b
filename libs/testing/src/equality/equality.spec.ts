import { jest } from '@jest/globals';

const earlier = Temporal.Instant.from('2026-03-02T01:00:00Z');
const later = Temporal.Instant.from('2026-03-02T01:00:01Z');
const again = () => Temporal.Instant.from('2026-03-02T01:00:00Z');

class Slip {
  constructor(readonly at: Temporal.Instant) {}
}

class Sealed {
  readonly #secret: string;
  constructor(secret: string) {
    this.#secret = secret;
  }
  reveal(): string {
    return this.#secret;
  }
}

/** [type, one, an equal one, another] */
const TYPES: readonly (readonly [string, unknown, unknown, unknown])[] = [
  ['Instant', earlier, again(), later],
  [
    'ZonedDateTime',
    earlier.toZonedDateTimeISO('Asia/Ho_Chi_Minh'),
    again().toZonedDateTimeISO('Asia/Ho_Chi_Minh'),
    earlier.toZonedDateTimeISO('UTC'),
  ],
  [
    'PlainDate',
    Temporal.PlainDate.from('2026-03-02'),
    new Temporal.PlainDate(2026, 3, 2),
    new Temporal.PlainDate(2026, 3, 3),
  ],
  ['PlainTime', Temporal.PlainTime.from('08:00'), new Temporal.PlainTime(8), new Temporal.PlainTime(9)],
  [
    'PlainDateTime',
    Temporal.PlainDateTime.from('2026-03-02T08:00'),
    new Temporal.PlainDateTime(2026, 3, 2, 8),
    new Temporal.PlainDateTime(2026, 3, 2, 9),
  ],
  [
    'PlainYearMonth',
    Temporal.PlainYearMonth.from('2026-03'),
    new Temporal.PlainYearMonth(2026, 3),
    new Temporal.PlainYearMonth(2026, 4),
  ],
  [
    'PlainMonthDay',
    Temporal.PlainMonthDay.from('03-02'),
    new Temporal.PlainMonthDay(3, 2),
    new Temporal.PlainMonthDay(3, 3),
  ],
  [
    'Duration',
    Temporal.Duration.from('PT8H'),
    new Temporal.Duration(0, 0, 0, 0, 8),
    new Temporal.Duration(0, 0, 0, 0, 9),
  ],
];

/** What wraps a value, by the place in which it then lies. */
const PLACES: readonly (readonly [string, (value: unknown) => unknown])[] = [
  ['by itself', (value) => value],
  ['in an object', (value) => ({ deep: { at: value } })],
  ['in an array', (value) => [1, [value]]],
  ['in an instance of a class', (value) => new Slip(value as Temporal.Instant)],
  ['as a value of a map', (value) => new Map([['at', value]])],
  ['as a key of a map', (value) => new Map([[value, 'at']])],
  ['in a set', (value) => new Set([value])],
];

function assertNoMatch(value: object, part: object): void {
  expect(() => {
    expect(value).toMatchObject(part);
  }).toThrow('toMatchObject');
}

describe.each(TYPES)('Temporal.%s', (_, one, equal, other) => {
  it.each(PLACES)('two that differ are not equal, %s', (_place, wrap) => {
    expect(wrap(one)).not.toEqual(wrap(other));
    expect(wrap(one)).not.toStrictEqual(wrap(other));
    expect([wrap(one)]).not.toContainEqual(wrap(other));
  });

  it.each(PLACES)('two of one value are equal, %s', (_place, wrap) => {
    expect(wrap(one)).toEqual(wrap(equal));
    expect(wrap(one)).toStrictEqual(wrap(equal));
    expect([wrap(one)]).toContainEqual(wrap(equal));
  });

  it('is seen by the matchers of a part', () => {
    expect({ at: one, more: 1 }).toMatchObject({ at: equal });
    assertNoMatch({ at: one, more: 1 }, { at: other });
    expect({ at: one, more: 1 }).toEqual(expect.objectContaining({ at: equal }));
    expect({ at: one, more: 1 }).not.toEqual(expect.objectContaining({ at: other }));
    expect([one, 1]).toEqual(expect.arrayContaining([equal]));
    expect([one, 1]).not.toEqual(expect.arrayContaining([other]));
    expect({ at: one }).toHaveProperty('at', equal);
    expect(() => expect({ at: one }).toHaveProperty('at', other)).toThrow('at');
  });

  it('is seen by the matchers of calls', () => {
    const called = jest.fn();
    called(one);
    expect(called).toHaveBeenCalledWith(equal);
    expect(called).not.toHaveBeenCalledWith(other);
  });

  it('is not a value of another type, nor its own text', () => {
    expect(one).not.toEqual(String(one));
    assertNoMatch({ at: one }, { at: {} });
    assertNoMatch({ at: one }, { at: String(one) });
    assertNoMatch({ at: {} }, { at: one });
  });
});

describe('objects that show no fields', () => {
  it.each([
    ['of a class with private fields', () => new Sealed('a'), () => new Sealed('b')],
    ['promises', () => Promise.resolve(1), () => Promise.resolve(2)],
    ['weak maps', () => new WeakMap(), () => new WeakMap()],
  ])('are not compared: %s', (_, one, other) => {
    expect(() => {
      expect({ of: one() }).toEqual({ of: other() });
    }).toThrow('show no fields');
    expect(() => {
      expect(one()).not.toEqual(other());
    }).toThrow('show no fields');
  });

  it('are equal to themselves', () => {
    const sealed = new Sealed('a');
    expect({ of: sealed }).toEqual({ of: sealed });
    expect(sealed.reveal()).toBe('a');
  });

  it('are not those that Jest looks into', () => {
    expect(new Set([{ a: 1 }])).not.toEqual(new Set([{ a: 2 }]));
    expect(new Map([['a', { b: 1 }]])).not.toEqual(new Map([['a', { b: 2 }]]));
    expect(new Error('a')).not.toEqual(new Error('b'));
    expect(new URL('https://a.example/')).not.toEqual(new URL('https://b.example/'));
    expect(Buffer.from('a')).not.toEqual(Buffer.from('b'));
    expect(new Date(0)).not.toEqual(new Date(1));
    expect(/a/).not.toEqual(/b/);
    expect({}).toEqual({});
    expect([]).toEqual([]);
  });
});

describe('arrays', () => {
  it('of other lengths are not equal, whatever is in them', () => {
    expect([undefined]).not.toEqual([]);
    expect([]).not.toEqual([undefined]);
    expect({ deep: [1, undefined] }).not.toEqual({ deep: [1] });
    expect([[1]]).toEqual([[1]]);
    expect([1, undefined]).toEqual([1, undefined]);
  });

  it('of other lengths are seen by the matchers of a part', () => {
    assertNoMatch({ of: [undefined] }, { of: [] });
    expect([1, 2]).toEqual(expect.arrayContaining([1]));
  });
});
