import type { Tx } from '@motcua/platform';
import type { CaseResult, Officer } from '@motcua/processing-domain';

export interface ResultRow {
  readonly n: number;
  readonly state: 'draft' | 'superseded' | 'signed';
  readonly result_code: string;
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
  readonly signed_by_subject: string | null;
  readonly signed_by_name: string | null;
  readonly signed_at: Temporal.Instant | null;
  readonly valid_until: string | null;
  readonly revoked_at: Temporal.Instant | null;
  readonly revoked_reason: string | null;
}

export interface NewResult {
  readonly resultCode: string;
  readonly name: string;
  readonly number: string;
  readonly validUntil: string | null;
  readonly file: { readonly sha256: string; readonly size: number; readonly mediaType: string; readonly name: string };
  readonly addedBy: Officer;
  readonly addedAt: Temporal.Instant;
}

const LIST = `
  SELECT n, state, result_code, name, number, file_name, media_type, draft_sha256, draft_size, added_by_subject,
    added_by_name, added_at, signed_sha256, signed_size, signature_format, signed_by_subject, signed_by_name, signed_at,
    valid_until, revoked_at, revoked_reason
  FROM case_result WHERE dossier_id = $1 ORDER BY n`;

// A second file for the same result takes the place of the one that was not signed yet.
const SUPERSEDE = `
  UPDATE case_result SET state = 'superseded' WHERE dossier_id = $1 AND result_code = $2 AND state = 'draft'`;

const ADD = `
  INSERT INTO case_result (dossier_id, n, state, result_code, name, number, file_name, media_type, draft_sha256, draft_size,
    added_by_subject, added_by_name, added_at, valid_until)
  SELECT $1, count(*) + 1, 'draft', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 FROM case_result WHERE dossier_id = $1
  RETURNING n`;

const SIGNED = `
  UPDATE case_result SET state = 'signed', signed_sha256 = $3, signed_size = $4, signature_format = $5,
    signed_by_subject = $6, signed_by_name = $7, signed_at = $8
  WHERE dossier_id = $1 AND n = $2`;

type Queries = Pick<Tx, 'query'>;

/** All results of a case, superseded ones too, in the order in which they were added. */
export const listResults = (queries: Queries, dossierId: string): Promise<ResultRow[]> =>
  queries.query<ResultRow>(LIST, [dossierId]);

/** Those that count. */
export const standing = (rows: readonly ResultRow[]): CaseResult[] =>
  rows
    .filter(({ state }) => state !== 'superseded')
    .map(({ n, result_code }) => ({ number: n, resultCode: result_code }));

/** Answers its number in the case. */
export async function addResult(tx: Tx, dossierId: string, result: NewResult): Promise<number> {
  await tx.query(SUPERSEDE, [dossierId, result.resultCode]);
  const { file, addedBy } = result;
  const [row] = await tx.query<{ n: number }>(ADD, [
    dossierId,
    result.resultCode,
    result.name,
    result.number,
    file.name,
    file.mediaType,
    file.sha256,
    file.size,
    addedBy.subject,
    addedBy.name,
    result.addedAt,
    result.validUntil,
  ]);
  return row?.n ?? 0;
}

export interface Signature {
  readonly file: { readonly sha256: string; readonly size: number };
  readonly format: string;
  readonly signer: Officer;
  readonly at: Temporal.Instant;
}

export async function keepSignature(
  tx: Tx,
  dossierId: string,
  n: number,
  { file, format, signer, at }: Signature,
): Promise<void> {
  await tx.query(SIGNED, [dossierId, n, file.sha256, file.size, format, signer.subject, signer.name, at]);
}

const REVOKE = `
  UPDATE case_result SET revoked_at = $3, revoked_reason = $4, revoked_by = $5 WHERE dossier_id = $1 AND n = $2`;

export async function revokeResult(
  tx: Tx,
  dossierId: string,
  n: number,
  { at, reason, by }: { readonly at: Temporal.Instant; readonly reason: string; readonly by: Officer },
): Promise<void> {
  await tx.query(REVOKE, [dossierId, n, at, reason, by.subject]);
}
