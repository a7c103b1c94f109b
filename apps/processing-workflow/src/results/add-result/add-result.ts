import { created } from '@motcua/platform';
import { Refusal } from '@motcua/kernel';
import {
  assertActionAllowed,
  type CaseState,
  resultKind,
  type ResultKind,
  resultKindsOf,
} from '@motcua/processing-domain';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { officersCaseKind } from '../../change/case-kind.js';
import type { CaseChange } from '../../persistence/case-change.js';
import type { ResultRow } from '../../persistence/case-results.js';
import { draftResult, type ResultFile } from '../draft-result.js';
import { type ResultView, resultView } from '../../views/result.view.js';
import type { AddResultQuery } from './add-result.query.js';
import { assertHoldsStill } from '../assert-holds-still.js';
import type { WorkflowCode } from '../../problems.js';

interface AddResult extends CaseCommand {
  readonly about: AddResultQuery;
  readonly file: ResultFile;
  /** Number of the document, taken from the register. */
  readonly number: string;
}

/** The procedure's result of that code. @throws Refusal CASE.RESULT_CODE_UNKNOWN */
export function resultOf(state: CaseState, code: string | undefined): ResultKind {
  const result = resultKind(state, code);
  if (result) return result;
  const allowed = resultKindsOf(state).map((one) => one.code);
  throw new Refusal<WorkflowCode>('CASE.RESULT_CODE_UNKNOWN', { allowed }, [
    {
      pointer: '/resultCode',
      code: 'RESULT_CODE_UNKNOWN',
      detail: { vi: 'Thủ tục không có kết quả này.', en: 'The procedure has no such result.' },
    },
  ]);
}

function added({ results }: CaseChange): ResultRow {
  const row = results.find(({ before }) => before === null)?.after;
  if (!row) throw new Error('a result was added');
  return row;
}

/** Puts a result file into the case, to be signed. Another file for the same result takes the place of an unsigned one. */
export const ADD_RESULT = officersCaseKind<AddResult, ResultView>({
  needs: { results: true },
  decide: ({ state, officer, now, results }, { about, file, number }) => {
    assertActionAllowed(state, 'addResult');
    const result = resultOf(state, about.resultCode);
    assertHoldsStill(about.validUntil, now);
    const superseded = results.filter((one) => one.state === 'draft' && one.result_code === result.code);
    const row = draftResult({
      dossierId: state.dossierId,
      n: results.length + 1,
      kind: result,
      name: about.name,
      number,
      file,
      officer,
      now,
      validUntil: about.validUntil,
    });
    return {
      decided: { state, facts: [] },
      action: 'resultAdded',
      detail: { n: row.n, resultCode: result.code, sha256: file.sha256 },
      results: [
        ...superseded.map((one) => ({ before: one, after: { ...one, state: 'superseded' as const } })),
        { before: null, after: row },
      ],
    };
  },
  answer: (change) => {
    const row = added(change);
    const location = `/workflow/v1/cases/${row.dossier_id}/results/${row.n}`;
    return created(resultView(row), { version: change.after.row.version, location });
  },
});
