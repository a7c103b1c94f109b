import { type FieldDescription, fieldsOf, isDay, isInstant } from '@motcua/fields';
import { getMetadataStorage } from 'class-validator';

type Class<Instance extends object = object> = new () => Instance;
type Check = (value: unknown) => boolean;
/** An instance of the shape; undefined where that is not certain. */
type Reader = (data: unknown) => object | undefined;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

// The narrower rule where two kinds of field have one format: the rest is for the validator.
const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  uuid: (text) => UUID.test(text),
  'date-time': isInstant,
  date: isDay,
};

const isWithin = (size: number, least: unknown = -Infinity, most: unknown = Infinity): boolean =>
  size >= Number(least) && size <= Number(most);

function checkOf(schema: Readonly<Record<string, unknown>>): Check | undefined {
  const { type, pattern, format, enum: words, minimum, maximum, items, minItems, maxItems, ...more } = schema;
  if (Object.keys(more).length > 0) return undefined;
  if (type === 'boolean') return (value) => typeof value === 'boolean';
  if (type === 'object') return (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return (value) => Number.isInteger(value) && isWithin(Number(value), minimum, maximum);
  if (type === 'array') {
    const each = checkOf(items as Readonly<Record<string, unknown>>);
    return (
      each &&
      ((value) => Array.isArray(value) && isWithin(value.length, minItems, maxItems) && Array.from(value).every(each))
    );
  }
  if (type !== 'string') return undefined;
  const matches = typeof pattern === 'string' ? new RegExp(pattern) : undefined;
  const isFormat = typeof format === 'string' ? FORMATS[format] : undefined;
  if (format !== undefined && !isFormat) return undefined;
  const known = Array.isArray(words) ? new Set<unknown>(words) : undefined;
  return (value) =>
    typeof value === 'string' &&
    (!matches || matches.test(value)) &&
    (!isFormat || isFormat(value)) &&
    (!known || known.has(value));
}

/** Every rule that the validator knows of the shape is one of a field that is described. */
const isDescribed = (shape: Class, fields: ReadonlyMap<string, FieldDescription>): boolean =>
  getMetadataStorage()
    .getTargetValidationMetadatas(shape, '', false, false)
    .every(({ propertyName }) => fields.has(propertyName));

const readers = new WeakMap<Class, Reader>();

/**
 * Reads data of a class whose fields are described (`@motcua/fields`), an order of magnitude faster than the validator.
 * What it does not answer is for the validator to judge, and to name the faults of.
 */
export function describedReader(shape: Class): Reader {
  const known = readers.get(shape);
  if (known) return known;
  const fields = fieldsOf(shape);
  const reader: Reader = isDescribed(shape, fields) ? compiled(shape, fields) : () => undefined;
  readers.set(shape, reader);
  return reader;
}

function compiled(shape: Class, fields: ReadonlyMap<string, FieldDescription>): Reader {
  const parts = [...fields].map(([name, description]) => ({
    name,
    description,
    check: checkOf(description.schema ?? {}),
  }));
  if (parts.some(({ description: { shape: inner, schema }, check }) => (!inner || schema) && !check))
    return () => undefined;
  return (data) => {
    if (typeof data !== 'object' || data === null || Array.isArray(data) || Object.hasOwn(data, '__proto__'))
      return undefined;
    const instance = Object.assign(new shape(), data) as Record<string, unknown>;
    for (const { name, description, check } of parts) {
      const value = instance[name];
      if ((value === undefined && description.optional) || (value === null && description.nullable)) continue;
      if (!description.shape) {
        if (!check!(value)) return undefined;
        continue;
      }
      const read = describedReader(description.shape());
      if (description.list) {
        if (!Array.isArray(value)) return undefined;
        const items = value.map(read);
        if (items.includes(undefined)) return undefined;
        instance[name] = items;
      } else if ((instance[name] = read(value)) === undefined) return undefined;
    }
    return instance;
  };
}
