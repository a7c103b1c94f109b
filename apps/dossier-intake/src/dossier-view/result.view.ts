import { CASE_OUTCOMES, type CaseOutcome } from '@motcua/contracts';
import { Day, Flag, InstantText, OneOf, Text, Uuid } from '@motcua/platform';

/** A result that was issued; its content is at `/intake/v1/files/{id}/content`. */
export class ResultView {
  @Uuid() readonly id!: string;
  @Text() readonly code!: string;
  @Text() readonly name!: string;
  @Text({ nullable: true }) readonly number!: string | null;
  @InstantText() readonly issuedAt!: string;
  @Text() readonly sha256!: string;
  @Text() readonly mediaType!: string;
  @Flag({ description: 'Its signature lies beside it: `/intake/v1/files/{id}/signature` (.p7s); a PDF holds its own' })
  readonly signedBeside!: boolean;
  @OneOf(CASE_OUTCOMES, { description: 'The decision that it belongs to' }) readonly decision!: CaseOutcome;
  @Day({ nullable: true, description: 'Last day of validity; null: unlimited' }) readonly validUntil!: string | null;
  @InstantText({ nullable: true }) readonly revokedAt!: string | null;
  @Text({ nullable: true, description: 'Reason for the revocation (R21)' }) readonly revokedReason!: string | null;
  @Text({ nullable: true, description: 'Number of the result that takes its place' }) readonly replacedBy!:
    string | null;
  @Flag({ description: 'Its content is not handed out until what is owed for the dossier is paid (R16)' })
  readonly heldBack!: boolean;
}
