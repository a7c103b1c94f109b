import type { Officer, ResultKind } from '@motcua/processing-domain';
import type { ResultRow } from '../persistence/case-results.js';

export interface ResultFile {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
}

interface NewResult {
  readonly dossierId: string;
  /** Its number within the case. */
  readonly n: number;
  readonly kind: ResultKind;
  /** That of its kind where it has none of its own. */
  readonly name: string | undefined;
  /** Number of the document. */
  readonly number: string;
  readonly file: ResultFile;
  readonly officer: Officer;
  readonly now: Temporal.Instant;
  readonly validUntil: string | undefined;
}

/** A result that nobody has signed yet. */
export const draftResult = ({ kind, file, officer, ...result }: NewResult): ResultRow => ({
  dossier_id: result.dossierId,
  n: result.n,
  state: 'draft',
  result_code: kind.code,
  decision: kind.decision,
  name: result.name ?? kind.name,
  number: result.number,
  file_name: file.name,
  media_type: file.mediaType,
  draft_sha256: file.sha256,
  draft_size: file.size,
  added_by_subject: officer.subject,
  added_by_name: officer.name,
  added_at: result.now,
  valid_until: result.validUntil ?? null,
  signed_sha256: null,
  signed_size: null,
  signature_format: null,
  signature_sha256: null,
  signature_size: null,
  signed_by_subject: null,
  signed_by_name: null,
  signed_at: null,
  revoked_at: null,
  revoked_reason: null,
  revoked_by: null,
  replaces: null,
  replaced_by: null,
});
