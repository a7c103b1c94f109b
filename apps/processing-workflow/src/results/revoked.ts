import type { CaseFact, Officer } from '@motcua/processing-domain';
import type { ResultRow } from '../persistence/case-results.js';
import type { IssuedRow } from './issued-result.js';

/** A result that holds no more, and what others hear of it. @param by the result that takes its place */
export const revoked = (
  row: IssuedRow,
  { now, reason, officer, by }: { now: Temporal.Instant; reason: string; officer: Officer; by?: ResultRow },
): { readonly after: ResultRow; readonly fact: CaseFact } => ({
  after: {
    ...row,
    revoked_at: now,
    revoked_reason: reason,
    revoked_by: officer.subject,
    replaced_by: by?.n ?? null,
  },
  fact: {
    type: 'resultRevoked',
    result: { resultCode: row.result_code, name: row.name, documentNumber: row.number, sha256: row.signed_sha256 },
    reason,
    by: officer,
    replacedBy: by?.number ?? null,
  },
});
