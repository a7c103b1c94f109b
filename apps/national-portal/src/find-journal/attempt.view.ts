import { withOffset } from '@motcua/kernel';
import { Flag, InstantText, Text, Whole } from '@motcua/platform';

export interface AttemptRow {
  readonly at: Temporal.Instant;
  readonly tookMs: number;
  readonly service: string;
  readonly updating: boolean | null;
  readonly outcome: string;
  readonly answerCode: string;
  readonly answerMessage: string;
}

/** One call to the portal. */
export class AttemptView {
  @InstantText() readonly at!: string;
  @Whole() readonly tookMs!: number;
  @Text() readonly service!: string;
  @Flag({ nullable: true, description: 'isUpdating' }) readonly updating!: boolean | null;
  @Text({ description: 'done, exists, missing, refused, unanswered or sessionGone' }) readonly outcome!: string;
  @Text({ min: 0 }) readonly answerCode!: string;
  @Text({ min: 0 }) readonly answerMessage!: string;
}

export const attemptView = ({ at, ...rest }: AttemptRow): AttemptView => ({ at: withOffset(at), ...rest });
