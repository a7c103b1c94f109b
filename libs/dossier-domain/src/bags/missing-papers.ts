import { Refusal } from '@motcua/kernel';
import type { DossierRefusalCode } from '../refusal-codes.js';

/** What became of a paper that a count did not find: it came later, it never left, or nobody has it. */
export const MISSING_OUTCOMES = ['arrived', 'stayed', 'lost'] as const;
export type MissingOutcome = (typeof MISSING_OUTCOMES)[number];

interface CountedBag {
  readonly from: string;
  readonly to: string;
  /** Codes that the count did not find. */
  readonly missing: readonly string[];
  /** Codes of which it is known by now. */
  readonly settled: readonly string[];
  /** Which office answers for what is missing. */
  readonly answers: string;
}

/**
 * Who may say what became of what is missing: that it came, where it was to come; that it stayed, where it was sent; that it is
 * lost, who answers for it. Once, and of what is missing alone. @throws Refusal BAG.NOT_MISSING
 */
export function whoSettles(
  { from, to, missing, settled, answers }: CountedBag,
  code: string,
  outcome: MissingOutcome,
): string {
  if (!missing.includes(code) || settled.includes(code))
    throw new Refusal<DossierRefusalCode>('BAG.NOT_MISSING', { code });
  if (outcome === 'lost') return answers;
  return outcome === 'arrived' ? to : from;
}
