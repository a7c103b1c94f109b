const NUMBER = /^(-?)(\d+|\d{1,3}(?:([.,\s])\d{3})(?:\3\d{3})*)(?:([.,])0{0,2})?$/;
const UNIT = /\s*(?:đ|đồng|vnd|vnđ)$/i;

/**
 * A whole number of đồng as people and programs write it: `230000`, `230.000`, `230,000.00`, `-230 000 đ`. Null where it is not
 * one: a part of a đồng, or separators that say two things.
 */
export function readAmount(text: string): number | null {
  const [, minus, digits, groups, decimal] = NUMBER.exec(text.trim().replace(UNIT, '')) ?? [];
  if (digits === undefined || (decimal !== undefined && decimal === groups)) return null;
  const amount = Number(digits.replaceAll(/[.,\s]/g, ''));
  return Number.isSafeInteger(amount) ? (minus ? -amount : amount) : null;
}
