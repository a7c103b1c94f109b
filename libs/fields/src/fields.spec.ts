import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import {
  Amount,
  AmountMoved,
  AnyInstant,
  AnyListOf,
  AnyText,
  AnyTextList,
  BasisPoints,
  Count,
  Day,
  EachOneOf,
  fieldsOf,
  Flag,
  InstantText,
  JsonObject,
  ListOf,
  Nested,
  OneOf,
  OrdinalList,
  Sha256,
  Text,
  TextList,
  Uuid,
  Whole,
} from './index.js';

class Named {
  @Text() readonly name!: string;
}
const named = () => Named;
const NAME = { name: 'a' };
const MICROSECONDS = '2026-11-25T08:10:00.123456+07:00';

function taking(decorator: PropertyDecorator) {
  class Holder {
    value?: unknown;
  }
  decorator(Holder.prototype, 'value');
  const took = (data: object): boolean => validateSync(plainToInstance(Holder, data)).length === 0;
  return { Holder, took };
}

/** [kind; its decorator; values inside of its rule; values outside] */
const KINDS: [string, PropertyDecorator, unknown[], unknown[]][] = [
  ['Text', Text({ max: 3 }), ['a', 'abc'], ['', '  ', 'abcd', 1]],
  ['AnyText', AnyText(), ['a', 'a'.repeat(501)], ['', ' ', 1, ['a']]],
  ['TextList', TextList({ max: 1 }), [[], ['a']], [['a', 'b'], [''], 'a']],
  ['AnyTextList', AnyTextList(), [[], Array.from({ length: 201 }, () => 'a')], [[' '], [1], 'a']],
  ['OneOf', OneOf(['a', 'b']), ['a'], ['c', ['a']]],
  ['EachOneOf', EachOneOf(['a', 'b']), [[], ['a', 'b']], [['c'], 'a']],
  ['Uuid', Uuid(), ['0199aaaa-0000-7000-8000-000000000000'], ['0199aaaa', 1]],
  ['Sha256', Sha256(), ['0f'.repeat(32)], ['0F'.repeat(32), '0f']],
  ['Whole', Whole({ max: 9 }), [0, 9], [-1, 10, 1.5, '1']],
  ['Count', Count(), [1], [0, 1.5]],
  ['OrdinalList', OrdinalList({ max: 2 }), [[], [1, 7]], [[0], [1.5], ['1'], [1, 2, 3], 1]],
  ['Amount', Amount(), [0, 115_000], [-1, 0.5]],
  ['AmountMoved', AmountMoved(), [1, 999_999_999_999], [0, -1, 0.5, 1_000_000_000_000]],
  ['AmountMoved from 0', AmountMoved({ min: 0 }), [0, 999_999_999_999], [-1, 1_000_000_000_000]],
  ['BasisPoints', BasisPoints(), [0, 10_000], [10_001, -1]],
  ['Flag', Flag(), [true, false], ['true', 1]],
  [
    'InstantText',
    InstantText(),
    ['2026-11-25T08:10:00.123+07:00', '9999-12-29T23:59:59Z', '2026-11-25T08:10:00+14:00'],
    // PostgreSQL reads no offset of 16 hours, and a year has four digits wherever it is told.
    [MICROSECONDS, '2026-11-25T08:10:00', '2026-11-25T08:10:00+23:59', '9999-12-31T23:59:59Z'],
  ],
  ['AnyInstant', AnyInstant(), [MICROSECONDS], ['2026-11-25T08:10:00', '2026-11-25', 1]],
  ['Day', Day(), ['2026-02-28'], ['2026-02-30', '0000-01-01', '20260228']],
  ['JsonObject', JsonObject(), [{}, { a: [1] }], [[], 'a']],
  ['Nested', Nested(named), [NAME], [{}, [], 'a']],
  ['ListOf', ListOf(named, { max: 1 }), [[], [NAME]], [[NAME, NAME], [{}], [[]], NAME]],
  ['AnyListOf', AnyListOf(named), [[], Array.from({ length: 201 }, () => NAME)], [[{}], [null], NAME]],
];

describe.each(KINDS)('a field that is %s', (_, decorator, inside, outside) => {
  const { took } = taking(decorator);

  it('takes what is inside of its rule, and nothing else', () => {
    expect(inside.filter((value) => !took({ value }))).toEqual([]);
    expect(outside.filter((value) => took({ value }))).toEqual([]);
  });

  it('is required, and not null', () => {
    expect([took({}), took({ value: null })]).toEqual([false, false]);
  });
});

describe('a field', () => {
  it('may be left out, or be null, where it says so', () => {
    const left = taking(Text({ optional: true })).took;
    expect([left({}), left({ value: null }), left({ value: '' })]).toEqual([true, false, false]);
    const nothing = taking(Text({ nullable: true })).took;
    expect([nothing({}), nothing({ value: null }), nothing({ value: '' })]).toEqual([false, true, false]);
  });

  it('is described with the limits that the validator keeps', () => {
    expect(fieldsOf(taking(Text({ max: 3, nullable: true })).Holder).get('value')).toEqual({
      schema: { type: 'string', minLength: 1, maxLength: 3 },
      list: false,
      nullable: true,
      optional: false,
    });
    expect(fieldsOf(taking(ListOf(named, { max: 7, optional: true })).Holder).get('value')).toEqual({
      schema: { minItems: 0, maxItems: 7 },
      shape: named,
      list: true,
      nullable: false,
      optional: true,
    });
  });
});
