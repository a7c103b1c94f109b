import { AnyInstant, AnyText, Nested, Sha256, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';

/** An issued result holds no more, and may not be reused (R20). Key: dossierId. Producer: processing-workflow. */
export class CaseResultRevokedV1 {
  static readonly type = 'vn.motcua.case.result-revoked.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly resultCode!: string;
  @AnyText() readonly name!: string;
  @AnyText() readonly number!: string;
  /** Of the signed file. */
  @Sha256() readonly sha256!: string;
  @AnyInstant() readonly revokedAt!: string;
  @AnyText() readonly reason!: string;
  @Nested(() => OfficerReference) readonly by!: OfficerReference;
  /** Number of the result that takes its place; null where none does. */
  @AnyText({ nullable: true }) readonly replacedBy!: string | null;
}
