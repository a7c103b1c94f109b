import { withOffset } from '@motcua/kernel';
import { Day, InstantText, Nested, OneOf, Text, Whole } from '@motcua/platform';
import { type Decision, DECISIONS } from '@motcua/processing-domain';
import type { ResultRow } from '../persistence/case-results.js';
import { officerOrNull } from '../persistence/task-row.js';
import { OfficerView } from './officer.view.js';

/** A result of a case. Its content is the signed file once it is signed. */
export class ResultView {
  @Whole({ min: 1, description: 'Number within the case' }) readonly n!: number;
  @OneOf(['draft', 'superseded', 'removed', 'signed', 'revoked']) readonly state!: string;
  @Text() readonly resultCode!: string;
  @OneOf(DECISIONS, { description: 'The decision that it belongs to' }) readonly decision!: Decision;
  @Text() readonly name!: string;
  @Text({ description: 'Number of the document' }) readonly number!: string;
  @Text() readonly fileName!: string;
  @Text() readonly mediaType!: string;
  @Text() readonly sha256!: string;
  @Whole() readonly size!: number;
  @Nested(() => OfficerView) readonly addedBy!: OfficerView;
  @InstantText() readonly addedAt!: string;
  @Nested(() => OfficerView, { nullable: true }) readonly signedBy!: OfficerView | null;
  @InstantText({ nullable: true }) readonly signedAt!: string | null;
  @Text({ nullable: true, description: '`adbe.pkcs7.detached` in a PDF, `cms.detached` beside any other file' })
  readonly signatureFormat!: string | null;
  @Text({ nullable: true, description: 'Hash of the signature that lies beside what is no PDF: see `…/signature`' })
  readonly signatureSha256!: string | null;
  @Day({ nullable: true, description: 'Last day of validity; null: unlimited' }) readonly validUntil!: string | null;
  @InstantText({ nullable: true }) readonly revokedAt!: string | null;
  @Text({ nullable: true, description: 'Reason for the revocation (R21)' }) readonly revokedReason!: string | null;
  @Whole({ min: 1, nullable: true, description: 'The result that it takes the place of' })
  readonly replaces!: number | null;
  @Whole({ min: 1, nullable: true, description: 'The result that takes its place' })
  readonly replacedBy!: number | null;
}

export const resultView = (row: ResultRow): ResultView => ({
  n: row.n,
  state: row.revoked_at === null ? row.state : 'revoked',
  resultCode: row.result_code,
  decision: row.decision,
  name: row.name,
  number: row.number,
  fileName: row.file_name,
  mediaType: row.media_type,
  sha256: row.signed_sha256 ?? row.draft_sha256,
  size: row.signed_size ?? row.draft_size,
  addedBy: { subject: row.added_by_subject, name: row.added_by_name },
  addedAt: withOffset(row.added_at),
  signedBy: officerOrNull(row.signed_by_subject, row.signed_by_name),
  signedAt: row.signed_at && withOffset(row.signed_at),
  signatureFormat: row.signature_format,
  signatureSha256: row.signature_sha256,
  validUntil: row.valid_until,
  revokedAt: row.revoked_at && withOffset(row.revoked_at),
  revokedReason: row.revoked_reason,
  replaces: row.replaces,
  replacedBy: row.replaced_by,
});
