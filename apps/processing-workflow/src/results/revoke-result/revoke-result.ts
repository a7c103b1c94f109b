import { created } from '@motcua/platform';
import { Refusal } from '@motcua/kernel';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { officersCaseKind } from '../../change/case-kind.js';
import { assertMaySignForAgency } from '../../signing/assert-may-sign-for-agency.js';
import { type ResultView, resultView } from '../../views/result.view.js';
import { issuedResult } from '../issued-result.js';
import { revoked } from '../revoked.js';
import type { WorkflowCode } from '../../problems.js';

interface RevokeResult extends CaseCommand {
  readonly n: number;
  readonly reason: string;
}

/**
 * An issued result holds no more and may not be reused, by who may sign it for the competent agency; the case stays as it is.
 * @rule R20
 * @throws Refusal CASE.RESULT_NOT_ISSUED also where it was revoked before
 */
export const REVOKE_RESULT = officersCaseKind<RevokeResult, ResultView>({
  needs: { results: true, signatories: ({ terms }) => terms.competentAgency },
  decide: (inHand, { n, reason }) => {
    const { state, officer, now, results } = inHand;
    const row = issuedResult(results, n);
    assertMaySignForAgency(inHand, row.result_code);
    if (row.revoked_at !== null) throw new Refusal<WorkflowCode>('CASE.RESULT_NOT_ISSUED', { resultState: 'revoked' });
    const { after, fact } = revoked(row, { now, reason, officer });
    return {
      decided: { state, facts: [fact] },
      action: 'resultRevoked',
      detail: { n, number: row.number, reason },
      results: [{ before: row, after }],
    };
  },
  answer: ({ results, after }) => created(resultView(results[0]!.after), { version: after.row.version }),
});
