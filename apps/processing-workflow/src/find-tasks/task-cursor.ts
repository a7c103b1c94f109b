import { type Fault, isUuid, Refusal } from '@motcua/kernel';
import { decodeCursor, isInstant } from '@motcua/platform';

const FIRST = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;

const OF_ANOTHER_LIST: Fault = {
  pointer: '/cursor',
  code: 'CURSOR_INVALID',
  detail: { vi: 'Con trỏ này không phải của danh sách việc.', en: 'The cursor is not one of the task list.' },
};

/** Due date and id of the last task shown. @throws Refusal REQUEST.PARAMETER_INVALID for a cursor that is not ours */
export function taskCursor(cursor: string | undefined): readonly [dueAt: string, id: string] {
  const key = decodeCursor(cursor, 2);
  if (!key) return FIRST;
  const [dueAt, id] = key;
  if (isInstant(dueAt) && typeof id === 'string' && isUuid(id)) return [String(dueAt), id];
  throw new Refusal('REQUEST.PARAMETER_INVALID', {}, [OF_ANOTHER_LIST]);
}
