import type { PlatformCode } from '@motcua/platform';
import { Refusal } from '@motcua/kernel';
import { assertActionAllowed } from '@motcua/processing-domain';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { officersCaseKind } from '../../change/case-kind.js';
import type { WorkflowCode } from '../../problems.js';

interface RemoveResult extends CaseCommand {
  readonly n: number;
}

/** A draft is taken out of the case: it is never signed. @throws Refusal RESOURCE.NOT_FOUND, CASE.RESULT_NOT_A_DRAFT */
export const REMOVE_RESULT = officersCaseKind<RemoveResult, null>({
  needs: { results: true },
  decide: ({ state, results }, { n }) => {
    assertActionAllowed(state, 'addResult');
    const before = results.find((one) => one.n === n);
    if (!before) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    if (before.state !== 'draft')
      throw new Refusal<WorkflowCode>('CASE.RESULT_NOT_A_DRAFT', { resultState: before.state });
    return {
      decided: { state, facts: [] },
      action: 'resultRemoved',
      detail: { n, resultCode: before.result_code, number: before.number },
      results: [{ before, after: { ...before, state: 'removed' } }],
    };
  },
  answer: ({ after }) => ({ status: 204, headers: { etag: `"${after.row.version}"` }, body: null }),
});
