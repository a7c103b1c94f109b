import type { Class } from '@motcua/fields';
import { type Fault, pointerSegment } from '@motcua/kernel';
import { allFieldsOf, isObject } from './all-fields-of.js';
import { unknownField } from './constraint-texts.js';
import { MAX_FAULTS } from './problem.js';

/** Of so many texts or numbers a validator still says everything at once. */
const MANY = 1_000;

const tooLong = (pointer: string, max: number): Fault => ({
  pointer,
  code: 'ARRAY_MAX_SIZE',
  detail: {
    vi: `Danh sách có quá nhiều phần tử (tối đa ${max}).`,
    en: `The list must contain no more than ${max} elements.`,
  },
});

/**
 * What makes a request too much to be checked field by field: lists of objects longer than their limit, whose elements are
 * not looked at, and more than {@link MAX_FAULTS} members that nobody asked for. One pass, before any validator.
 */
export function sizeFaults(shape: Class, value: object): readonly Fault[] {
  const [long, strange]: [Fault[], Fault[]] = [[], []];
  const look = (of: Class, object: object, at: string): void => {
    const fields = allFieldsOf(of);
    if (fields.size === 0) return;
    for (const [key, member] of Object.entries(object) as [string, unknown][]) {
      if (long.length >= MAX_FAULTS || strange.length > MAX_FAULTS) return;
      const field = fields.get(key);
      const pointer = `${at}/${pointerSegment(key)}`;
      if (field === undefined) {
        strange.push(unknownField(pointer));
        continue;
      }
      if (Array.isArray(member)) {
        const max = field.schema?.['maxItems'];
        const costly = field.shape !== undefined || member.length > MANY;
        if (typeof max === 'number' && member.length > max && costly) long.push(tooLong(pointer, max));
        else if (field.shape)
          for (const [index, element] of member.entries())
            if (isObject(element)) look(field.shape(), element, `${pointer}/${index}`);
      } else if (field.shape && isObject(member)) look(field.shape(), member, pointer);
    }
  };
  look(shape, value, '');
  return long.length > 0 ? long : strange.length > MAX_FAULTS ? strange.slice(0, MAX_FAULTS) : [];
}
