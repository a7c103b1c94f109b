import { type Fault, isUuid, Refusal } from '@motcua/kernel';
import { decodeCursor, isInstant, type PlatformCode } from '@motcua/platform';
import { FIRST_PLACE } from './list-range.js';

const OF_ANOTHER_LIST: Fault = {
  pointer: '/cursor',
  code: 'CURSOR_INVALID',
  detail: { vi: 'Con trỏ này không phải của danh sách việc.', en: 'The cursor is not one of the task list.' },
};

/** Place and id of the last task shown. @throws Refusal REQUEST.PARAMETER_INVALID for a cursor that is not ours */
export function taskCursor(cursor: string | undefined): readonly [at: string, id: string] {
  const key = decodeCursor(cursor, 2);
  if (!key) return FIRST_PLACE;
  const [at, id] = key;
  if (isInstant(at) && typeof id === 'string' && isUuid(id)) return [String(at), id];
  throw new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [OF_ANOTHER_LIST]);
}
