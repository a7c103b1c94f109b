import { isObject, type Json, objectAt, resolved, textsAt } from './json.js';

/**
 * Who would stumble: `told`: those who read what we send (an event, an answer); `asked`: those who send what we read (a
 * body, a parameter). What may safely be added for one may not for the other.
 */
export type Side = 'told' | 'asked';

export interface Documents {
  readonly before: Json;
  readonly after: Json;
}

function flat(document: Json, schema: unknown): Json {
  const one = resolved(document, schema);
  // `allOf` of one reference is how a described reference is written.
  const [only] = Array.isArray(one['allOf']) ? (one['allOf'] as unknown[]) : [];
  return only === undefined ? one : { ...flat(document, only), nullable: one['nullable'] };
}

function typesOf(schema: Json): readonly string[] {
  const { type, oneOf } = schema as { type?: unknown; oneOf?: unknown };
  const types = Array.isArray(type) ? type.map(String) : typeof type === 'string' ? [type] : [];
  const alternatives = Array.isArray(oneOf) ? oneOf : [];
  return [...types, ...(alternatives.some((one) => isObject(one) && one['type'] === 'null') ? ['null'] : [])];
}

/** `oneOf` of a schema and null is that schema, which may be null. */
function withoutNull(document: Json, schema: Json): Json {
  const { oneOf } = schema as { oneOf?: unknown };
  const other = Array.isArray(oneOf)
    ? (oneOf as unknown[]).find((one) => isObject(one) && one['type'] !== 'null')
    : undefined;
  return other === undefined ? schema : { ...flat(document, other), ...{ oneOf } };
}

const lost = (before: readonly string[], after: readonly string[]): string[] =>
  before.filter((one) => !after.includes(one));

/** What in a schema has changed so that it breaks its other side, each with the place. */
export function schemaChanges(
  { before, after }: Documents,
  [old, now]: readonly [unknown, unknown],
  side: Side,
  at: string,
  seen: ReadonlySet<string> = new Set(),
): string[] {
  const key = `${JSON.stringify(old)} ${JSON.stringify(now)}`;
  if (seen.has(key)) return [];
  const within = new Set([...seen, key]);
  const [a, b] = [withoutNull(before, flat(before, old)), withoutNull(after, flat(after, now))];
  const [typesBefore, typesAfter] = [typesOf(a), typesOf(b)];
  const [wider, narrower] = [lost(typesAfter, typesBefore), lost(typesBefore, typesAfter)];
  const changes: string[] = [];
  if (typesBefore.length > 0 && typesAfter.length > 0) {
    if (side === 'told' && wider.length > 0) changes.push(`${at}: may be ${wider.join(', ')} now`);
    if (side === 'asked' && narrower.length > 0) changes.push(`${at}: may no longer be ${narrower.join(', ')}`);
  }
  const words = [textsAt(a, 'enum'), textsAt(b, 'enum')] as const;
  // A word is only ever added; those who are told must expect new ones.
  if (words[0].length > 0 && words[1].length > 0 && lost(words[0], words[1]).length > 0)
    changes.push(`${at}: no longer knows ${lost(words[0], words[1]).join(', ')}`);
  if (side === 'asked' && words[0].length === 0 && words[1].length > 0)
    changes.push(`${at}: takes only certain words now`);
  const [fieldsBefore, fieldsAfter] = [objectAt(a, 'properties'), objectAt(b, 'properties')];
  const [requiredBefore, requiredAfter] = [textsAt(a, 'required'), textsAt(b, 'required')];
  for (const [name, field] of Object.entries(fieldsBefore)) {
    const here = `${at}/${name}`;
    if (!(name in fieldsAfter)) {
      changes.push(`${here}: is gone`);
      continue;
    }
    if (side === 'told' && requiredBefore.includes(name) && !requiredAfter.includes(name))
      changes.push(`${here}: may be absent now`);
    changes.push(...schemaChanges({ before, after }, [field, fieldsAfter[name]], side, here, within));
  }
  if (side === 'asked') {
    const asked = lost(requiredAfter, requiredBefore);
    if (asked.length > 0) changes.push(...asked.map((name) => `${at}/${name}: is required now`));
  }
  if (isObject(a['items']) && isObject(b['items']))
    changes.push(...schemaChanges({ before, after }, [a['items'], b['items']], side, `${at}/*`, within));
  return changes;
}
