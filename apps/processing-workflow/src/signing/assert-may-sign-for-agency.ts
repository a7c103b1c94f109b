import { assertMaySign } from '@motcua/processing-domain';
import type { CaseInOfficersHands } from '../change/case-in-hand.js';

/**
 * What is done to an issued result is done by who may sign it for the competent agency: not by any leader that the case
 * concerns. The command needs the signatories of that agency.
 * @rule R20 R23
 * @throws Refusal SIGNER.NOT_ENTITLED with those who may
 */
export function assertMaySignForAgency(
  { state, officer, officers, signatories }: CaseInOfficersHands,
  resultCode: string,
): void {
  const agency = state.terms.competentAgency;
  assertMaySign(officers.get(officer.subject), { agency, results: [resultCode] }, signatories);
}
