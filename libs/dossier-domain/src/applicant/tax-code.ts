import { isCitizenId } from './citizen-id.js';

const TAX_CODE = /^(\d{9})(\d)(?:-?\d{3})?$/;
const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * Whether a tax code (mã số thuế) can exist: 10 digits, the last a check digit (10 less the weighted sum of the first
 * nine modulo 11; a sum that leaves 10 was never issued), or those and the 3 digits of a dependent unit. Since July 2025 a
 * household business has the 12 digits of its owner.
 */
export function isTaxCode(number: string, now: Temporal.Instant): boolean {
  const [matched, body = '', check] = TAX_CODE.exec(number) ?? [];
  if (!matched) return isCitizenId(number, now);
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return 10 - (sum % 11) === Number(check);
}
