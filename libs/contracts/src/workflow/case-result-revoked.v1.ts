import { InstantText, Nested, Sha256, Text, Uuid } from '../shared/fields.js';
import { OfficerReference } from '../shared/officer-reference.js';

/** An issued result holds no more, and may not be reused (R20). Key: dossierId. Producer: processing-workflow. */
export class CaseResultRevokedV1 {
  static readonly type = 'vn.motcua.case.result-revoked.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @Text() readonly resultCode!: string;
  @Text() readonly number!: string;
  /** Of the signed file. */
  @Sha256() readonly sha256!: string;
  @InstantText() readonly revokedAt!: string;
  @Text() readonly reason!: string;
  @Nested(() => OfficerReference) readonly by!: OfficerReference;
}
