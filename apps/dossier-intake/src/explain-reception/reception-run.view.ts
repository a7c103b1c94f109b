import { InstantText, OneOf, Text, Whole } from '@motcua/platform';

/** One run of the 8 working hours (R6). */
export class ReceptionRunView {
  @Whole({ min: 1 }) readonly number!: number;
  @OneOf(['submission', 'payment', 'supplement'], { description: 'Event that started it' })
  readonly since!: string;
  @InstantText() readonly startedAt!: string;
  @InstantText() readonly dueAt!: string;
  @InstantText({ nullable: true }) readonly endedAt!: string | null;
  @Text({ nullable: true, description: 'The status that ended it' }) readonly endedBy!: string | null;
  @InstantText({ nullable: true, description: 'When the missed deadline was recorded; null if it was not missed' })
  readonly overdueRecordedAt!: string | null;
}
