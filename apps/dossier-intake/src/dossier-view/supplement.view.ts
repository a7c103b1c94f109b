import { Flag, InstantText, ListOf, Text, Whole } from '@motcua/platform';
import { RemarkView } from './remark.view.js';

export class SupplementView {
  @Whole({ min: 1 }) readonly number!: number;
  @Flag() readonly beforeAcceptance!: boolean;
  @InstantText() readonly requestedAt!: string;
  @ListOf(() => RemarkView) readonly items!: readonly RemarkView[];
  @InstantText({ description: 'R9' }) readonly deadlineAt!: string;
  @Text() readonly requestedBy!: string;
  @InstantText({ nullable: true, description: 'When the applicant gave what was asked' }) readonly givenAt!:
    string | null;
  @InstantText({ nullable: true, description: 'When that was taken' }) readonly completedAt!: string | null;
  @Text({ nullable: true }) readonly rejectedReason!: string | null;
}
