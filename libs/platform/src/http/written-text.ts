import { composed, type Fault, pointerSegment, unprintable } from '@motcua/kernel';

function fault(pointer: string, sign: string): Fault {
  const code = `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    pointer,
    code: 'TEXT_UNPRINTABLE',
    detail: {
      vi: `Có ký tự ${code} mà giấy tờ không in được. Đề nghị bỏ hoặc thay ký tự này.`,
      en: `Contains ${code}, which papers cannot show. Leave it out or write something else.`,
    },
  };
}

/**
 * What people write, as it is stored and printed: composed (NFC), whichever keyboard it came from. Faults tell the places
 * of what no paper can show.
 */
export function writtenText(value: unknown, at = ''): { readonly value: unknown; readonly faults: readonly Fault[] } {
  if (typeof value === 'string') {
    const text = composed(value);
    const sign = unprintable(text);
    return { value: text, faults: sign === undefined ? [] : [fault(at, sign)] };
  }
  if (typeof value !== 'object' || value === null) return { value, faults: [] };
  const members = Object.entries(value).map(
    ([key, member]) => [key, writtenText(member, `${at}/${pointerSegment(key)}`)] as const,
  );
  const faults = members.flatMap(([, member]) => member.faults);
  if (Array.isArray(value)) return { value: members.map(([, member]) => member.value), faults };
  return { value: Object.fromEntries(members.map(([key, member]) => [composed(key), member.value])), faults };
}
