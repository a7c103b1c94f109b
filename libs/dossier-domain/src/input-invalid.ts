import { type Fault, Refusal } from '@motcua/kernel';
import type { DossierRefusalCode } from './refusal-codes.js';

/** Throws `DOSSIER.INPUT_INVALID` with every fault, if there is any. */
export function assertNoFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new Refusal<DossierRefusalCode>('DOSSIER.INPUT_INVALID', {}, faults);
}
