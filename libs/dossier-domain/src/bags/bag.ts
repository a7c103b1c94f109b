import { Refusal } from '@motcua/kernel';
import type { DossierRefusalCode } from '../refusal-codes.js';

export const BAG_STATUSES = ['made', 'handedOver', 'counted'] as const;
export type BagStatus = (typeof BAG_STATUSES)[number];

/** What a count found that the manifest does not say. */
export interface BagDifferences {
  /** Codes on the manifest that were not in the bag. */
  readonly missing: readonly string[];
  /** Codes in the bag that are not on the manifest. */
  readonly unexpected: readonly string[];
}

const FROM: Readonly<Record<Exclude<BagStatus, 'made'>, BagStatus>> = { handedOver: 'made', counted: 'handedOver' };

/** A bag is made, handed over and counted, in this order. @throws Refusal BAG.NOT_ALLOWED */
export function nextOfBag(status: BagStatus, to: Exclude<BagStatus, 'made'>): typeof to {
  if (FROM[to] !== status)
    throw new Refusal<DossierRefusalCode>('BAG.NOT_ALLOWED', { bagStatus: status, targetStatus: to });
  return to;
}

/** Who counts writes down what is there; that it differs from the manifest is kept, and stops nobody. */
export const countBag = (manifest: readonly string[], found: readonly string[]): BagDifferences => ({
  missing: manifest.filter((code) => !found.includes(code)),
  unexpected: [...new Set(found)].filter((code) => !manifest.includes(code)),
});
