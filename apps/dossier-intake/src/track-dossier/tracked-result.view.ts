import { Day, InstantText, Text } from '@motcua/platform';

/** That a result was issued, and whether it holds; neither its number nor its content. */
export class TrackedResultView {
  @Text() readonly name!: string;
  @InstantText() readonly issuedAt!: string;
  @Day({ nullable: true, description: 'Last day of validity; null: unlimited' }) readonly validUntil!: string | null;
  @InstantText({ nullable: true }) readonly revokedAt!: string | null;
}
