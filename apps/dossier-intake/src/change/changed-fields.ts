import { pointerSegment } from '@motcua/kernel';
type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface ChangedField {
  /** JSON pointer. */
  readonly field: string;
  /** Null where there was nothing. */
  readonly before: unknown;
  readonly after: unknown;
}

/** What of a document is otherwise, member by member; lists are compared whole. In the order of their pointers. */
export function changedFields(before: unknown, after: unknown, at = ''): ChangedField[] {
  if (!isObject(before) || !isObject(after))
    return JSON.stringify(before ?? null) === JSON.stringify(after ?? null)
      ? []
      : [{ field: at, before: before ?? null, after: after ?? null }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => changedFields(before[key], after[key], `${at}/${pointerSegment(key)}`));
}
