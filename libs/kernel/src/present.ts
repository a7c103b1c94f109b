/** A value that is always there, though its type does not say so. Where it is missing after all, that is a fault of ours: `missing` names it. */
export function present<T>(value: T, missing: string): NonNullable<T> {
  if (value === undefined || value === null) throw new Error(missing);
  return value;
}
