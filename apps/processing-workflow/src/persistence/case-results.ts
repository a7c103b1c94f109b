import { type Queries, rowTable, sql } from '@motcua/platform';
import type { CaseResult, Decision } from '@motcua/processing-domain';

export interface ResultRow {
  readonly dossier_id: string;
  /** Its number in the case. */
  readonly n: number;
  readonly state: 'draft' | 'superseded' | 'removed' | 'signed';
  readonly result_code: string;
  /** The decision that it belongs to. */
  readonly decision: Decision;
  readonly name: string;
  readonly number: string;
  readonly file_name: string;
  readonly media_type: string;
  readonly draft_sha256: string;
  readonly draft_size: number;
  readonly added_by_subject: string;
  readonly added_by_name: string;
  readonly added_at: Temporal.Instant;
  readonly signed_sha256: string | null;
  readonly signed_size: number | null;
  readonly signature_format: string | null;
  /** Of what is no PDF: its signature (CMS), which lies beside it. */
  readonly signature_sha256: string | null;
  readonly signature_size: number | null;
  readonly signed_by_subject: string | null;
  readonly signed_by_name: string | null;
  readonly signed_at: Temporal.Instant | null;
  readonly valid_until: string | null;
  readonly revoked_at: Temporal.Instant | null;
  readonly revoked_reason: string | null;
  readonly revoked_by: string | null;
  /** Numbers within the case: of the result that it takes the place of, and of the one that takes its place. */
  readonly replaces: number | null;
  readonly replaced_by: number | null;
}

export const RESULTS = rowTable<ResultRow>('case_result', {
  dossier_id: 'key',
  n: 'key',
  state: 'plain',
  result_code: 'fixed',
  decision: 'fixed',
  name: 'fixed',
  number: 'fixed',
  file_name: 'fixed',
  media_type: 'fixed',
  draft_sha256: 'fixed',
  draft_size: 'fixed',
  added_by_subject: 'fixed',
  added_by_name: 'fixed',
  added_at: 'fixed',
  signed_sha256: 'plain',
  signed_size: 'plain',
  signature_format: 'plain',
  signature_sha256: 'plain',
  signature_size: 'plain',
  signed_by_subject: 'plain',
  signed_by_name: 'plain',
  signed_at: 'plain',
  valid_until: 'fixed',
  revoked_at: 'plain',
  revoked_reason: 'plain',
  revoked_by: 'plain',
  replaces: 'fixed',
  replaced_by: 'plain',
});

/** A signature is named after its file. */
export const signatureName = (fileName: string): string => `${fileName}.p7s`;

/** All results of a case, superseded ones too, in the order in which they were added. */
export const listResults = (queries: Queries, dossierId: string): Promise<ResultRow[]> =>
  queries.query<ResultRow>(
    sql`SELECT ${RESULTS.columns('r')} FROM case_result r WHERE r.dossier_id = ${dossierId} ORDER BY r.n`,
  );

/** Those that count. */
export const standing = (rows: readonly ResultRow[]): CaseResult[] =>
  rows
    .filter((row): row is ResultRow & Pick<CaseResult, 'state'> => row.state === 'draft' || row.state === 'signed')
    .map(({ n, result_code, decision, state, valid_until }) => ({
      number: n,
      resultCode: result_code,
      decision,
      state,
      validUntil: valid_until,
    }));
