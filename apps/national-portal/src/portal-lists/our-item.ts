import { asTexts } from '../exchange/read-result.js';
import type { CodeMaps } from '../record/code-maps.js';

type Json = Readonly<Record<string, unknown>>;

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, clean(one)]));
}

const textIn = (one: Json, key: string): string => (typeof one[key] === 'string' ? one[key] : '');

/** A procedure as `LayThuTuc` gave it, in texts that a database takes, with its codes ours where a map says so. */
export function ourItem(given: Json, code: string, maps: CodeMaps): Json {
  const item = clean(asTexts(given)) as Json;
  const coded = (list: unknown, kind: 'field' | 'agency', keys: readonly string[]): unknown => {
    if (Array.isArray(list)) return list.map((one: unknown) => coded(one, kind, keys));
    if (typeof list !== 'object' || list === null) return list;
    const one = list as Json;
    const known = keys.filter((key) => textIn(one, key) !== '');
    return { ...one, ...Object.fromEntries(known.map((key) => [key, maps.ourCode(kind, textIn(one, key))])) };
  };
  return {
    ...item,
    MATTHC: maps.ourCode('procedure', code),
    ...('LINHVUCTHUCHIEN' in item && {
      LINHVUCTHUCHIEN: coded(item['LINHVUCTHUCHIEN'], 'field', ['MALINHVUC']),
    }),
    ...('COQUANTHUCHIEN' in item && {
      COQUANTHUCHIEN: coded(item['COQUANTHUCHIEN'], 'agency', ['MADONVI', 'MACOQUAN']),
    }),
  };
}
