import { Refusal } from '@motcua/kernel';
import { currentDossierCode } from '../code/dossier-code.js';
import { assertNoFaults } from '../input-invalid.js';
import { fault } from '../make-fault.js';
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

/**
 * Who counts writes down what is there, as it was typed or scanned; that it differs from the manifest is kept, and stops nobody.
 * What is no code is refused: a name would be kept with the bag. @throws Refusal DOSSIER.INPUT_INVALID
 */
export function countBag(manifest: readonly string[], found: readonly string[]): BagDifferences {
  const codes = found.map((text) => currentDossierCode(text));
  assertNoFaults(codes.flatMap((code, index) => (code === null ? [noCode(`/found/${index}`)] : [])));
  const there = new Set(codes.filter((code) => code !== null));
  return {
    missing: manifest.filter((code) => !there.has(code)),
    unexpected: [...there].filter((code) => !manifest.includes(code)),
  };
}

const noCode = (pointer: string): ReturnType<typeof fault> =>
  fault(
    pointer,
    'BAG.NO_CODE',
    'Không phải mã hồ sơ. Đề nghị ghi đúng mã hồ sơ in trên giấy tiếp nhận.',
    'This is no code of a dossier. Give the code that the appointment slip shows.',
  );
