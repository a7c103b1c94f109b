const TAX_CODE = /^(\d{9})(\d)(?:-?\d{3})?$/;
const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * Whether a tax code (mã số thuế) can exist: 10 digits, the last a check digit (10 less the weighted sum of the first
 * nine modulo 11; a sum that leaves 10 was never issued), or those and the 3 digits of a dependent unit.
 */
export const isTaxCode = (number: string): boolean => {
  const [matched, body = '', check] = TAX_CODE.exec(number) ?? [];
  if (!matched) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return 10 - (sum % 11) === Number(check);
};
