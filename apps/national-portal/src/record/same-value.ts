type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** A portal may leave out what is absent, or write it in its own way. */
const isAbsent = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);
const listOf = (value: unknown): readonly unknown[] =>
  isAbsent(value) ? [] : Array.isArray(value) ? (value as unknown[]) : [value];
const written = (value: unknown): unknown =>
  isAbsent(value) ? '' : typeof value === 'string' ? value.normalize('NFC').replaceAll('\r\n', '\n').trim() : value;

/**
 * Whether the portal's value of a field says what ours does, in whatever order: what it has beside it, how it composes letters
 * and ends lines, blanks around a text, and how it writes what is absent, or alone in a list, are no difference.
 */
export function sameValue(ours: unknown, theirs: unknown): boolean {
  if (Array.isArray(ours)) return sameList(ours, listOf(theirs));
  if (isObject(ours))
    return isObject(theirs) && Object.entries(ours).every(([name, value]) => sameValue(value, theirs[name]));
  return written(ours) === written(theirs);
}

function sameList(ours: readonly unknown[], theirs: readonly unknown[]): boolean {
  const left = [...theirs];
  return (
    ours.length === theirs.length &&
    ours.every((one) => {
      const found = left.findIndex((other) => sameValue(one, other));
      left.splice(found, found < 0 ? 0 : 1);
      return found >= 0;
    })
  );
}
