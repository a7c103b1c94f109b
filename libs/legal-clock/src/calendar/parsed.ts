/** A part of a calendar that parsing has found sound. */
export function parsed(value: number | undefined): number {
  if (value === undefined) throw new RangeError('a calendar is compiled only after it was parsed');
  return value;
}
