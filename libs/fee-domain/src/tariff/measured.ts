import { type Dong, Refusal } from '@motcua/kernel';
import type { FeeRefusalCode } from '../refusal-codes.js';
import type { Measure } from './tariff-line.js';

/** Hundredths: an area has two decimals at most. */
const PARTS = 100;
/** More than any value that a form says. */
const MOST = 1e13;

/**
 * What a measured line comes to, a half đồng rounded up, within its minimum and maximum. Refused with `FEE.NOT_MEASURED`
 * (evidence `field`) where the form does not say how much there is.
 * @rule R16
 */
export function measured(
  amount: Dong,
  { field, per, minimum, maximum }: Measure,
  formData: Readonly<Record<string, unknown>>,
): Dong {
  const said = formData[field];
  if (typeof said !== 'number' || !(said >= 0 && said <= MOST)) {
    throw new Refusal<FeeRefusalCode>('FEE.NOT_MEASURED', { field });
  }
  const parts = BigInt(Math.round(said * PARTS));
  const divisor = BigInt(per) * BigInt(PARTS);
  const owed = Number((BigInt(amount) * parts * 2n + divisor) / (divisor * 2n));
  return Math.min(Math.max(owed, minimum ?? 0), maximum ?? Number.MAX_SAFE_INTEGER);
}
