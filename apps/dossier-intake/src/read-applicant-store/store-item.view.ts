import { CASE_OUTCOMES, type CaseOutcome } from '@motcua/contracts';
import { Day, InstantText, OneOf, Text, Uuid, Whole } from '@motcua/platform';

/** A result or an accepted paper of the applicant; its content is at `/intake/v1/files/{id}/content`. */
export class StoreItemView {
  @Uuid() readonly id!: string;
  @Text({ description: 'result or paper' }) readonly kind!: string;
  @Uuid({ description: 'The dossier that it comes from' }) readonly dossierId!: string;
  @Text({ description: 'Code of the result or of the component' }) readonly code!: string;
  @Text() readonly name!: string;
  @Text({ nullable: true }) readonly number!: string | null;
  @InstantText() readonly issuedAt!: string;
  @Text() readonly sha256!: string;
  @Whole() readonly size!: number;
  @Text() readonly mediaType!: string;
  @OneOf(CASE_OUTCOMES, { nullable: true, description: 'Of a result; a denial is kept and is never reused' })
  readonly decision!: CaseOutcome | null;
  @Uuid({ nullable: true, description: 'The result or paper that it is a copy of: it holds as long as that one' })
  readonly sourceId!: string | null;
  @Day({ nullable: true, description: 'Last day on which it may be reused; null if there is no limit' })
  readonly validUntil!: string | null;
  @InstantText({ nullable: true }) readonly revokedAt!: string | null;
  @Text({ nullable: true, description: 'Reason of the revocation; null if it was not revoked' })
  readonly revokedReason!: string | null;
  @Text({ nullable: true, description: 'Number of the result that takes its place' })
  readonly replacedBy!: string | null;
  @Whole({
    description: 'Unpaid fees, in đồng: the content is held back and not reused until they are paid (R16)',
  })
  readonly owed!: number;
}
