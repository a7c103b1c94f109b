import { created } from '@motcua/platform';
import { Refusal } from '@motcua/kernel';
import type { CaseCommand, CaseInOfficersHands } from '../../change/case-in-hand.js';
import { officersCaseKind } from '../../change/case-kind.js';
import type { ResultRow } from '../../persistence/case-results.js';
import { assertMaySignForAgency } from '../../signing/assert-may-sign-for-agency.js';
import { issued, type Signature, signatureOf, signed, SignaturesNeeded } from '../../signing/issue-signed-results.js';
import { type ResultView, resultView } from '../../views/result.view.js';
import { assertHoldsStill } from '../assert-holds-still.js';
import { draftResult, type ResultFile } from '../draft-result.js';
import { issuedResult } from '../issued-result.js';
import { revoked } from '../revoked.js';
import type { WorkflowCode } from '../../problems.js';
import type { ReplaceResultQuery } from './replace-result.query.js';

export interface ReplaceResult extends CaseCommand {
  /** The result whose place is taken. */
  readonly n: number;
  readonly about: ReplaceResultQuery;
  readonly file: ResultFile;
  /** Number of the document. */
  readonly number: string;
  /** What was signed for it beforehand. */
  readonly signatures?: readonly Signature[];
}

/**
 * A new result, with a file and a number of its own, takes the place of one that was issued, signed by who may sign it for
 * the competent agency. The old one holds no more, and the case stays as it is.
 * @rule R20
 * @throws Refusal CASE.RESULT_NOT_ISSUED, CASE.RESULT_REPLACED where another has its place already
 * @throws SignaturesNeeded
 */
export const REPLACE_RESULT = officersCaseKind<ReplaceResult, ResultView>({
  needs: { results: true, signatories: ({ terms }) => terms.competentAgency },
  decide: (inHand, { n, about, file, number, signatures }) => {
    const { state, officer, now, results } = inHand;
    const { reason, name, validUntil } = about;
    const old = issuedResult(results, n);
    assertMaySignForAgency(inHand, old.result_code);
    const instead = results.find(({ replaces }) => replaces === n);
    if (instead)
      throw new Refusal<WorkflowCode>('CASE.RESULT_REPLACED', { replacedBy: instead.n, number: instead.number });
    assertHoldsStill(validUntil, now);
    const kind = { code: old.result_code, name: old.name, decision: old.decision };
    const common = { dossierId: state.dossierId, n: results.length + 1, kind, name, number, file, officer, now };
    const draft: ResultRow = { ...draftResult({ ...common, validUntil }), replaces: n };
    const office = inHand.officers.get(officer.subject)?.title ?? null;
    if (!signatures) throw new SignaturesNeeded([draft], officer, office, nameOfAgency(inHand));
    const signature = signatureOf(draft, signatures);
    const after = signed(draft, signature, officer);
    const replaced = { documentNumber: old.number, sha256: old.signed_sha256, reason };
    // One that was revoked before is issued anew; it keeps the reason of its revocation.
    const revocation = old.revoked_at === null ? [revoked(old, { now, reason, officer, by: after })] : [];
    return {
      decided: { state, facts: [issued(after, signature, officer, replaced), ...revocation.map(({ fact }) => fact)] },
      action: 'resultReplaced',
      detail: { n, number: old.number, by: after.n, byNumber: number, reason },
      results: [
        { before: null, after },
        { before: old, after: revocation[0]?.after ?? { ...old, replaced_by: after.n } },
      ],
    };
  },
  answer: (change) => {
    const { after } = change.results[0]!;
    const location = `/workflow/v1/cases/${after.dossier_id}/results/${after.n}`;
    return created(resultView(after), { version: change.after.row.version, location });
  },
});

const nameOfAgency = ({ agencies, state: { terms } }: CaseInOfficersHands): string =>
  agencies.get(terms.competentAgency)?.name ?? terms.competentAgency;
