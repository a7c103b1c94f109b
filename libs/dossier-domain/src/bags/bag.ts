import { Refusal } from '@motcua/kernel';
import { currentDossierCode } from '../code/dossier-code.js';
import { assertNoFaults } from '../input-invalid.js';
import { fault } from '../make-fault.js';
import type { DossierRefusalCode } from '../refusal-codes.js';

/** Papers that were handed in elsewhere and go to the office that receives them; or results, on their way to where they are returned. */
export const BAG_CONTENTS = ['papers', 'results'] as const;
export type BagContents = (typeof BAG_CONTENTS)[number];

/** `comingBack`: recalled or sent back, and not counted by its sender yet; `takenApart`: it never left. */
export const BAG_STATUSES = ['made', 'handedOver', 'comingBack', 'counted', 'takenApart'] as const;
export type BagStatus = (typeof BAG_STATUSES)[number];

/** What a count found that the manifest does not say. */
export interface BagDifferences {
  /** Codes on the manifest that were not in the bag. */
  readonly missing: readonly string[];
  /** Codes in the bag that are not on the manifest. */
  readonly unexpected: readonly string[];
}

const FROM: Readonly<Record<Exclude<BagStatus, 'made'>, readonly BagStatus[]>> = {
  handedOver: ['made'],
  comingBack: ['handedOver'],
  counted: ['handedOver', 'comingBack'],
  takenApart: ['made'],
};

/** A bag is made, handed over and counted, in this order; uncounted it may come back. @throws Refusal BAG.NOT_ALLOWED */
export function nextOfBag<To extends Exclude<BagStatus, 'made'>>(status: BagStatus, to: To): To {
  if (!FROM[to].includes(status))
    throw new Refusal<DossierRefusalCode>('BAG.NOT_ALLOWED', { bagStatus: status, targetStatus: to });
  return to;
}

/** The two ends of a bag. */
export interface BagEnds {
  readonly from: string;
  readonly to: string;
  /** The post carries what goes to it: its office answers from the hand-over on. */
  readonly toPostOffice: boolean;
  /** It had come to the office that receives it, which sent it back. */
  readonly sentBack?: boolean;
}

/**
 * Which office answers for what is in a bag. Between two offices the sender does until it is counted; the post for what it
 * carries; who sends a bag back, until that is counted again. @rule R23
 */
export function answersFor(
  status: BagStatus,
  { from, to, toPostOffice, sentBack = false }: BagEnds,
  wentBack = false,
): string {
  if (status === 'handedOver') return toPostOffice ? to : from;
  if (status === 'comingBack') return toPostOffice || sentBack ? to : from;
  return status === 'counted' && !wentBack ? to : from;
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

/** Who hands a bag over has counted it, too: what leaves is what its manifest says. @throws Refusal BAG.COUNT_DIFFERS */
export function assertWhole(manifest: readonly string[], found: readonly string[]): void {
  const { missing, unexpected } = countBag(manifest, found);
  if (missing.length > 0 || unexpected.length > 0)
    throw new Refusal<DossierRefusalCode>('BAG.COUNT_DIFFERS', { missing, unexpected });
}

const noCode = (pointer: string): ReturnType<typeof fault> =>
  fault(
    pointer,
    'BAG.NO_CODE',
    'Không phải mã hồ sơ. Đề nghị ghi đúng mã hồ sơ in trên giấy tiếp nhận.',
    'This is no code of a dossier. Give the code that the appointment slip shows.',
  );
