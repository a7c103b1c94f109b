import { storable } from './storable-text.js';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A result that should be a list of objects, in the shapes that it comes in: the list, one object, a text of JSON, nothing. */
export function asList(result: unknown): readonly Json[] {
  if (typeof result === 'string') {
    try {
      return asList(JSON.parse(result));
    } catch {
      return [];
    }
  }
  if (Array.isArray(result)) return result.filter(isObject);
  if (!isObject(result)) return [];
  const inner = result['data'];
  return Array.isArray(inner) || isObject(inner) ? asList(inner) : [result];
}

function asText(value: unknown): unknown {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return storable(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (Array.isArray(value)) return value.map((one: unknown) => (isObject(one) ? asTexts(one) : asText(one)));
  return isObject(value) ? asTexts(value) : '';
}

/** The same with every number, flag and null as the text that the protocol means, and no text that a database does not take. */
export const asTexts = (record: Json): Json =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [storable(name), asText(value)]));

/** A procedure's code has six digits behind its dot: one that came as a number has lost the zeros at its end. */
export const procedureCodeOf = (value: unknown): string =>
  typeof value === 'number' ? value.toFixed(6) : typeof value === 'string' ? value.trim() : '';
