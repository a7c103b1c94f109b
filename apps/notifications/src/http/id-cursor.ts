import { isUuid, Refusal } from '@motcua/kernel';
import { decodeCursor, type PlatformCode } from '@motcua/platform';

/** After every id: a list begins with the newest. */
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * The id below which a page begins.
 * @throws Refusal REQUEST.PARAMETER_INVALID when the cursor is not one of a list in the order of ids
 */
export function idCursor(cursor: string | undefined): string {
  const [id] = decodeCursor(cursor, 1) ?? [LAST];
  if (id === LAST || (typeof id === 'string' && isUuid(id))) return id;
  throw new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [
    {
      pointer: '/cursor',
      code: 'CURSOR_INVALID',
      detail: { vi: 'Con trỏ trang không thuộc danh sách này.', en: 'The cursor does not belong to this list.' },
    },
  ]);
}
