/** Kinds that Jest looks into by other means than own fields. */
const SEEN_BY_JEST = new Set(['Array', 'Boolean', 'Date', 'Error', 'Number', 'RegExp', 'String', 'Arguments']);

function isOpaque(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Reflect.ownKeys(value).length > 0 || Symbol.iterator in value || ArrayBuffer.isView(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // A plain object without fields is simply empty, whichever realm it is from.
  if (prototype === null || Object.getPrototypeOf(prototype) === null) return false;
  const kind = Object.prototype.toString.call(value).slice('[object '.length, -1);
  return !SEEN_BY_JEST.has(kind) && !(value instanceof URL) && !(value instanceof ArrayBuffer);
}

/**
 * Jest finds any two objects equal whose class keeps its state in private fields or internal slots: promises, weak maps,
 * classes with `#fields`. Comparing them asserts nothing, so it is an error: compare what they show.
 */
export function opaqueObjects(a: unknown, b: unknown): undefined {
  if (a === b || !isOpaque(a) || !isOpaque(b)) return undefined;
  throw new Error(
    `Objects of the class ${a.constructor.name} show no fields, so that any two are equal to Jest: compare what they answer.`,
  );
}
