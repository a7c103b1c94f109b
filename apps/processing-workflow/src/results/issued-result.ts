import type { PlatformCode } from '@motcua/platform';
import { Refusal } from '@motcua/kernel';
import type { ResultRow } from '../persistence/case-results.js';
import type { WorkflowCode } from '../problems.js';

/** A result that was signed, as an officer names it by its number within the case. */
export type IssuedRow = ResultRow & { readonly signed_sha256: string };

/** @throws Refusal RESOURCE.NOT_FOUND, CASE.RESULT_NOT_ISSUED */
export function issuedResult(results: readonly ResultRow[], n: number): IssuedRow {
  const row = results.find((one) => one.n === n);
  if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
  const { state, signed_sha256 } = row;
  if (state !== 'signed' || signed_sha256 === null)
    throw new Refusal<WorkflowCode>('CASE.RESULT_NOT_ISSUED', { resultState: state });
  return { ...row, signed_sha256 };
}
