import { Refusal } from '@motcua/kernel';
import type { ProcessingRefusalCode } from '../refusal-codes.js';

/** An officer may sign for an agency: all its results, or those of these codes. Being a leader is not enough. */
export interface SigningRight {
  readonly agency: string;
  /** Null: every result. */
  readonly results: readonly string[] | null;
}

export interface Signatory {
  readonly subject: string;
  readonly name: string;
  readonly title: string;
  readonly signing: readonly SigningRight[];
}

/** What is to be signed: results by their codes, for an agency. */
interface ToSign {
  readonly agency: string;
  readonly results: readonly string[];
}

const covers =
  ({ agency, results }: ToSign) =>
  (right: SigningRight): boolean =>
    right.agency === agency && results.every((code) => right.results === null || right.results.includes(code));

/** An agency's signature is given by those whom its register names: a right covers that agency, not those below it. */
export const maySign = (signing: readonly SigningRight[], toSign: ToSign): boolean => signing.some(covers(toSign));

/**
 * @param officer undefined where the register does not know who wants to sign
 * @param entitled officers with some right for the agency
 * @throws Refusal SIGNER.NOT_ENTITLED, which names those who may sign
 */
export function assertMaySign(officer: Signatory | undefined, toSign: ToSign, entitled: readonly Signatory[]): void {
  if (officer && maySign(officer.signing, toSign)) return;
  throw new Refusal<ProcessingRefusalCode>('SIGNER.NOT_ENTITLED', {
    agency: toSign.agency,
    results: toSign.results,
    entitled: entitled
      .filter(({ signing }) => maySign(signing, toSign))
      .map(({ subject, name, title }) => ({ subject, name, title })),
  });
}
