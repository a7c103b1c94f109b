import { composed, type Fault, pointerSegment, unprintable, unshowable } from '@motcua/kernel';
import type { Class } from '@motcua/fields';
import { allFieldsOf } from './all-fields-of.js';

interface Written {
  readonly value: unknown;
  readonly faults: readonly Fault[];
}

function fault(pointer: string, sign: string, isPrinted: boolean): Fault {
  const code = `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    pointer,
    code: 'TEXT_UNPRINTABLE',
    detail: {
      vi: `Có ký tự ${code} mà ${isPrinted ? 'giấy tờ không in được' : 'màn hình không hiển thị được'}. Đề nghị bỏ hoặc thay ký tự này.`,
      en: `Contains ${code}, which ${isPrinted ? 'papers' : 'screens'} cannot show. Leave it out or write something else.`,
    },
  };
}

/** The members of a request that are never printed, where its class says so. */
const onScreen = (shape: Class | undefined): ReadonlySet<string> =>
  new Set(shape ? [...allFieldsOf(shape)].filter(([, field]) => field.onScreen).map(([name]) => name) : []);

/**
 * What people write, as it is stored and printed: composed (NFC), whichever keyboard it came from. Faults tell the places
 * of what no paper can show; of what is never printed, what no screen can show.
 * @param shape class of the value, where it has one
 */
export function writtenText(value: unknown, shape?: Class, at = '', isPrinted = true): Written {
  if (typeof value === 'string') {
    const text = composed(value);
    const sign = isPrinted ? unprintable(text) : unshowable(text);
    return { value: text, faults: sign === undefined ? [] : [fault(at, sign, isPrinted)] };
  }
  if (typeof value !== 'object' || value === null) return { value, faults: [] };
  const screen = onScreen(shape);
  const members = Object.entries(value).map(
    ([key, member]) => [key, writtenText(member, undefined, `${at}/${pointerSegment(key)}`, !screen.has(key))] as const,
  );
  const faults = members.flatMap(([, member]) => member.faults);
  if (Array.isArray(value)) return { value: members.map(([, member]) => member.value), faults };
  return { value: Object.fromEntries(members.map(([key, member]) => [composed(key), member.value])), faults };
}
