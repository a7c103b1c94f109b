import { Refusal } from '@motcua/kernel';
import type { PlatformCode } from '../refusals/platform-code.js';

/** One page of a list: its items, and the cursor of the next page where there is one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;

/** A cursor is the sort key of the last row shown; opaque to clients. */
export const encodeCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

export const cursorRefusal = (): Refusal<PlatformCode> =>
  new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [
    {
      pointer: '/cursor',
      code: 'CURSOR_INVALID',
      detail: {
        vi: 'Con trỏ trang không hợp lệ; đề nghị bắt đầu lại từ trang đầu.',
        en: 'The cursor is not valid; start again from the first page.',
      },
    },
  ]);

/** @throws Refusal REQUEST.PARAMETER_INVALID when the cursor is not one of ours for a key of `length` parts */
export function decodeCursor(cursor: string | undefined, length: number): (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(key) &&
      key.length === length &&
      key.every((part) => typeof part === 'string' || typeof part === 'number')
    )
      return key;
  } catch {
    // Falls through to the refusal: whatever is wrong with it, the caller must start anew.
  }
  throw cursorRefusal();
}

/** Makes a page of rows that were read with `limit + 1`: the extra row only tells that there is a next page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
  view: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
