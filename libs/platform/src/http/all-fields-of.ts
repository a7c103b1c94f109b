import { type Class, type FieldDescription, fieldsOf } from '@motcua/fields';

const described = new WeakMap<Class, ReadonlyMap<string, FieldDescription>>();

/** A class's fields, with those that it inherits. */
export function allFieldsOf(shape: Class): ReadonlyMap<string, FieldDescription> {
  const known = described.get(shape);
  if (known) return known;
  const parent = Object.getPrototypeOf(shape) as Class | null;
  const inherited = typeof parent === 'function' && parent.prototype ? allFieldsOf(parent) : [];
  const fields = new Map([...inherited, ...fieldsOf(shape)]);
  described.set(shape, fields);
  return fields;
}

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
