import { codeDay, dossierCode, type DossierSubmitted } from '@motcua/dossier-domain';
import type { Tx } from '@motcua/platform';
import type { DossierRow } from '../persistence/dossier-row.js';

// R1: the sequence's row is locked until the commit, so that a submission that fails leaves no gap. Last in the
// transaction but for the flush, so that it is locked briefly.
const SUBMIT = `
  WITH sequence AS (
    INSERT INTO code_sequence AS s (agency, day, last) VALUES ($2, $3, 1)
    ON CONFLICT (agency, day) DO UPDATE SET last = s.last + 1 RETURNING last
  ), contact AS (
    INSERT INTO applicant_contact AS c (applicant_ref, fingerprint) VALUES ($4, $5)
    ON CONFLICT (applicant_ref) DO UPDATE SET fingerprint = excluded.fingerprint WHERE $15::boolean AND c.fingerprint <> excluded.fingerprint
    RETURNING applicant_ref
  )
  UPDATE dossier SET version = version + 1, status = $6, status_since = $7, listed_at = $7, submitted_at = $7, submitted_by = $8,
    procedure_version = $9, procedure_name = $10, fee_lines = $11, unpaid_before_return = $12, reception_due_at = $13,
    code = $14 || lpad(last::text, greatest(4, length(last::text)), '0')
  FROM sequence WHERE id = $1
  RETURNING code, version, EXISTS (SELECT FROM contact) AS "contactChanged"`;

/** What else a submission fixes (R14, R16). */
export type SubmittedFields = Pick<
  DossierRow,
  'submittedBy' | 'procedureVersion' | 'procedureName' | 'feeLines' | 'unpaidBeforeReturn'
>;

/** An applicant's contact, as who submits tells it. */
export interface ToldContact {
  readonly fingerprint: string;
  /** Whether it replaces one that is known. */
  readonly trusted: boolean;
}

/** Writes a submission and gives the dossier its code (R1), in one statement. */
export async function keepSubmitted(
  tx: Tx,
  draft: DossierRow,
  { status, submittedAt, receptionDueAt }: DossierSubmitted,
  fields: SubmittedFields,
  { fingerprint, trusted }: ToldContact,
): Promise<{ dossier: DossierRow; contactChanged: boolean }> {
  const { submittedBy, procedureVersion, procedureName, feeLines, unpaidBeforeReturn } = fields;
  const { id, receivingAgency, applicantRef } = draft;
  const prefix = dossierCode(receivingAgency, submittedAt, 1).slice(0, -4);
  const [kept] = await tx.query<{ code: string; version: number; contactChanged: boolean }>(SUBMIT, [
    id,
    receivingAgency,
    codeDay(submittedAt),
    applicantRef,
    fingerprint,
    status,
    submittedAt,
    submittedBy,
    procedureVersion,
    procedureName,
    JSON.stringify(feeLines),
    unpaidBeforeReturn,
    receptionDueAt,
    prefix,
    trusted,
  ]);
  if (!kept) throw new Error('the locked draft is gone');
  const { code, version, contactChanged } = kept;
  const dossier = {
    ...draft,
    ...fields,
    code,
    version,
    status,
    statusSince: submittedAt,
    listedAt: submittedAt,
    submittedAt,
    receptionDueAt,
  };
  return { dossier, contactChanged };
}
