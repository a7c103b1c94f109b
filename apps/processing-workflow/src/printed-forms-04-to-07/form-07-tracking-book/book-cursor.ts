import { isUuid, Refusal } from '@motcua/kernel';
import { decodeCursor, isInstant, type PlatformCode } from '@motcua/platform';
import type { BookPlace } from './form-07-tracking-book.js';

/** The line after which the page begins. @throws Refusal REQUEST.PARAMETER_INVALID for a cursor that is not ours */
export function bookCursor(cursor: string | undefined): BookPlace | undefined {
  const key = decodeCursor(cursor, 2);
  if (!key) return undefined;
  const [acceptedAt, dossierId] = key;
  if (isInstant(acceptedAt) && typeof dossierId === 'string' && isUuid(dossierId))
    return [String(acceptedAt), dossierId];
  throw new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [
    {
      pointer: '/cursor',
      code: 'CURSOR_INVALID',
      detail: { vi: 'Con trỏ này không phải của sổ theo dõi.', en: 'The cursor is not one of the tracking book.' },
    },
  ]);
}
