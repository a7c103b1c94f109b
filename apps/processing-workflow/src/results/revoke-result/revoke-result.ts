import { created, type PlatformCode } from '@motcua/platform';
import { Refusal } from '@motcua/kernel';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { officersCaseKind } from '../../change/case-kind.js';
import type { ResultRow } from '../../persistence/case-results.js';
import { type ResultView, resultView } from '../../views/result.view.js';
import type { WorkflowCode } from '../../problems.js';

interface RevokeResult extends CaseCommand {
  readonly n: number;
  readonly reason: string;
}

/** An issued result is no longer valid and may not be reused (R20); the case stays as it is. */
export const REVOKE_RESULT = officersCaseKind<RevokeResult, ResultView>({
  needs: { results: true },
  decide: ({ state, officer, now, results }, { n, reason }) => {
    const row = issued(results.find((one) => one.n === n));
    const result = { resultCode: row.result_code, documentNumber: row.number, sha256: row.signed_sha256 };
    const after: ResultRow = { ...row, revoked_at: now, revoked_reason: reason, revoked_by: officer.subject };
    return {
      decided: { state, facts: [{ type: 'resultRevoked', result, reason, by: officer }] },
      action: 'resultRevoked',
      detail: { n, number: row.number, reason },
      results: [{ before: row, after }],
    };
  },
  answer: ({ results, after }) => created(resultView(results[0]!.after), { version: after.row.version }),
});

/** @throws Refusal RESOURCE.NOT_FOUND, CASE.RESULT_NOT_ISSUED */
function issued(row: ResultRow | undefined): ResultRow & { readonly signed_sha256: string } {
  if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
  const { state, signed_sha256, revoked_at: revokedAt } = row;
  if (state !== 'signed' || signed_sha256 === null || revokedAt !== null)
    throw new Refusal<WorkflowCode>('CASE.RESULT_NOT_ISSUED', { resultState: revokedAt === null ? state : 'revoked' });
  return { ...row, signed_sha256 };
}
