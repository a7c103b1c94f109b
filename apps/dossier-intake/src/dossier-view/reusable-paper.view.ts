import { Day, InstantText, Text, Uuid } from '@motcua/platform';

/** A paper of the applicant's store that can stand for a component that is missing: `POST …/files` with these two takes it. */
export class ReusablePaperView {
  @Text({ description: 'Code of the component' }) readonly component!: string;
  @Uuid() readonly fromStore!: string;
  @Text({ description: 'result or paper' }) readonly kind!: string;
  @Text() readonly name!: string;
  @Text({ nullable: true }) readonly number!: string | null;
  @InstantText() readonly issuedAt!: string;
  @Day({ nullable: true }) readonly validUntil!: string | null;
}
