import type { FaultList } from '../fault-list.js';
import { WHOLE } from './promised-term.js';

/** The reduction of the term (R17): absent, or a whole number of basis points below the whole. */
export function checkReduction(reduction: unknown, faults: FaultList): void {
  if (reduction === undefined) return;
  if (Number.isInteger(reduction) && (reduction as number) >= 0 && (reduction as number) < WHOLE) return;
  faults.add('/reductionBasisPoints', 'DEADLINE.REDUCTION_INVALID', {
    vi: 'Mức rút ngắn thời hạn phải là số nguyên từ 0 đến 9999 phần vạn (2000 là 20 %).',
    en: 'The reduction must be a whole number of basis points from 0 to 9999 (2000 is 20 %).',
  });
}
