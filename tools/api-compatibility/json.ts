/** A part of a description, as it is read from JSON. */
export type Json = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function objectAt(value: unknown, key: string): Json {
  const inner = isObject(value) ? value[key] : undefined;
  return isObject(inner) ? inner : {};
}

export function textsAt(value: unknown, key: string): readonly string[] {
  const inner = isObject(value) ? value[key] : undefined;
  return Array.isArray(inner) ? inner.map(String) : [];
}

/** What a `$ref` of the same document leads to; the value itself where it is none. */
export function resolved(document: Json, value: unknown): Json {
  const reference = isObject(value) ? value['$ref'] : undefined;
  if (typeof reference !== 'string') return isObject(value) ? value : {};
  const found = reference
    .replace(/^#\//, '')
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), document);
  return resolved(document, found);
}
