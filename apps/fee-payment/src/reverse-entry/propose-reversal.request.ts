import { REVERSAL_REASONS, type ReversalReason } from '@motcua/fee-domain';
import { OneOf, Text, Uuid } from '@motcua/platform';

export class ProposeReversalRequest {
  @Uuid({ description: 'The transaction that was entered by mistake' }) readonly transactionId!: string;
  @OneOf(REVERSAL_REASONS, {
    description: 'The number is free again, unless cash was given back: then its receipt is used up, and void',
  })
  readonly reason!: ReversalReason;
  @Text({ max: 1000, description: 'Reason, shown to the applicant' }) readonly note!: string;
}
