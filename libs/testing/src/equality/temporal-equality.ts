/** `Temporal.Instant`, `Temporal.PlainDate` …, also of another realm than this one's. */
function temporalType(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const tag: unknown = Reflect.get(value, Symbol.toStringTag);
  return typeof tag === 'string' && tag.startsWith('Temporal.') ? tag : undefined;
}

/**
 * Jest compares own fields and a Temporal value has none, so that it finds any two of a type equal. Here they are equal
 * when their type and their exact text are: time zone and calendar count, and sixty minutes are not one hour.
 */
export function temporalEquality(a: unknown, b: unknown): boolean | undefined {
  const [type, other] = [temporalType(a), temporalType(b)];
  if (type === undefined && other === undefined) return undefined;
  return type === other && String(a) === String(b);
}
