import { procedureCodeOf } from '../exchange/read-result.js';
import { storable } from '../exchange/storable-text.js';
import type { ListedCode } from './match-codes.js';

type Json = Readonly<Record<string, unknown>>;

/** The kinds of which the portal has lists, and what its rows call code and name. */
const KEYS = {
  agency: [
    ['MACOQUAN', 'MADONVI', 'MA'],
    ['TENCOQUAN', 'TENDONVI', 'TEN'],
  ],
  field: [
    ['MALINHVUC', 'MA'],
    ['TENLINHVUC', 'TEN'],
  ],
  procedure: [
    ['MATTHC', 'MATHUTUC', 'MA'],
    ['TENTTHC', 'TENTHUTUC', 'TEN'],
  ],
} as const;
export type ListKind = keyof typeof KEYS;

const LONGEST_CODE = 100;

interface ReadList {
  /** Each code once. */
  readonly codes: readonly ListedCode[];
  /** Rows without a code that could be one. */
  readonly unreadable: number;
}

const stored = (text: string): string => storable(text).normalize('NFC').trim();

/** Rows of `LayDanhMucCoQuan`, `LayDanhMucLinhVuc` or `LayDanhSachTTHC`, whatever the case of their keys. */
export function readList(kind: ListKind, rows: readonly Json[]): ReadList {
  const [codeKeys, nameKeys] = KEYS[kind];
  const found = new Map<string, ListedCode>();
  let unreadable = 0;
  for (const row of rows) {
    const upper = new Map(Object.entries(row).map(([key, value]) => [key.toUpperCase(), value]));
    const pick = (keys: readonly string[]): unknown => keys.map((key) => upper.get(key)).find((value) => value != null);
    const given = pick(codeKeys);
    const code = stored(kind === 'procedure' ? procedureCodeOf(given) : textOf(given));
    if (code === '' || code.length > LONGEST_CODE) unreadable += 1;
    else if (!found.has(code)) found.set(code, { code, name: stored(textOf(pick(nameKeys))).slice(0, 2000) });
  }
  return { codes: [...found.values()], unreadable };
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
