import { DayText, InstantText, MayBeAbsent, Nested, Nullable, Text, Uuid } from '../shared/fields.js';
import { FileReference } from '../shared/file-reference.js';
import { OfficerReference } from '../shared/officer-reference.js';

/** A result was signed and issued (R20). Key: dossierId. Producer: processing-workflow. */
export class CaseResultIssuedV1 {
  static readonly type = 'vn.motcua.case.result-issued.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @Text() readonly resultCode!: string;
  @Text() readonly name!: string;
  @Text() readonly number!: string;
  @InstantText() readonly issuedAt!: string;
  @Nested(() => OfficerReference) readonly signer!: OfficerReference;
  @Text() readonly signatureFormat!: string;
  @Nested(() => FileReference) readonly file!: FileReference;
  /** Last day on which it holds; null or absent where it holds without a limit. */
  @MayBeAbsent() @Nullable() @DayText() readonly validUntil?: string | null;
}
