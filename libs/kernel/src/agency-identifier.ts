/**
 * Agency identifiers exist in a current form (`H48.12`) and a legacy one (`000.00.12.H48`); look-ups accept both (R2).
 * The parts are text, never decimals: `H44.10` is not `H44.1`.
 */
const CURRENT = /^[A-Z]\d{2}(\.\d{1,3}){0,3}$/;
const LEGACY = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.([A-Z]\d{2})$/;

export const isAgencyIdentifier = (text: string): boolean => CURRENT.test(text) || LEGACY.test(text);

/** The current form of an identifier in either form; anything else is returned as it is. @rule R2 */
export function currentIdentifier(identifier: string): string {
  const legacy = LEGACY.exec(identifier);
  if (!legacy) return identifier;
  const [, third = '', second = '', first = '', province = ''] = legacy;
  // Legacy identifiers are read from the right, and levels that do not exist are written as zeros.
  const levels = [first, second, third];
  while (/^0+$/.test(levels.at(-1) ?? '')) levels.pop();
  return [province, ...levels].join('.');
}

/** The legacy form of a current identifier: always four parts, absent levels as zeros. @rule R2 */
export function legacyIdentifier(identifier: string): string {
  const [province = '', ...levels] = currentIdentifier(identifier).split('.');
  const [first = '00', second = '00', third = '000'] = levels;
  return [third.padStart(3, '0'), second.padStart(2, '0'), first.padStart(2, '0'), province].join('.');
}
