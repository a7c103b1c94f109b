import { Flag, InstantText, ListOf, Text, Whole } from '@motcua/platform';
import { AskedItemView } from './asked-item.view.js';

export class SupplementView {
  @Whole({ min: 1 }) readonly number!: number;
  @Flag() readonly beforeAcceptance!: boolean;
  @InstantText() readonly requestedAt!: string;
  @ListOf(() => AskedItemView) readonly items!: readonly AskedItemView[];
  @InstantText({ description: 'Deadline for the completion (R9)' }) readonly deadlineAt!: string;
  @Text() readonly requestedBy!: string;
  @InstantText({ nullable: true, description: 'When the applicant completed it' }) readonly givenAt!: string | null;
  @InstantText({ nullable: true, description: 'When the completion was accepted' }) readonly completedAt!:
    string | null;
  @Text({ nullable: true }) readonly rejectedReason!: string | null;
  @Text({ nullable: true, description: 'Why an officer took what was given as enough' }) readonly enoughReason!:
    string | null;
  @InstantText({ nullable: true, description: 'When an officer took it back' }) readonly cancelledAt!: string | null;
  @Text({ nullable: true, description: 'Reason why it was taken back (R21)' }) readonly cancelledReason!: string | null;
}
