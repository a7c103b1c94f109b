import { Flag, OneOf, Text } from '@motcua/platform';
import { DECISIONS } from '@motcua/processing-domain';

/** A way in which a step may end. */
export class OutcomeView {
  @Text() readonly code!: string;
  @Text() readonly name!: string;
  @Text({ nullable: true, description: 'Code of the next step; null completes the case' }) readonly to!: string | null;
  @OneOf(DECISIONS, { nullable: true }) readonly decision!: string | null;
  @Flag() readonly requiresReason!: boolean;
  @Flag({ description: "The results of the case are signed with the officer's signature" }) readonly signs!: boolean;
}
