import { RESOLUTION_ACTS, type ResolutionAct } from '@motcua/fee-domain';
import { OneOf, Text, Uuid } from '@motcua/platform';

export class ResolveBreakRequest {
  @OneOf(RESOLUTION_ACTS, {
    optional: true,
    description:
      'allocation: books what the statement lists for an order; reversal, refund: one that is done, or proposed, is named; nothing: the note says why',
  })
  readonly act: ResolutionAct = 'nothing';

  @Uuid({
    optional: true,
    nullable: true,
    description: "For an allocation: another order of the dossier than the break's",
  })
  readonly orderId: string | null = null;

  @Uuid({ optional: true, nullable: true }) readonly reversalId: string | null = null;
  @Uuid({ optional: true, nullable: true }) readonly refundId: string | null = null;

  @Text({ max: 1000, description: 'Action taken, or why nothing was booked, for the audit; no personal data' })
  readonly note!: string;
}
