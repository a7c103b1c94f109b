import { InstantText, Text } from '@motcua/platform';

export class CancelledDueView {
  @Text() readonly reason!: string;
  @InstantText() readonly at!: string;
  @Text() readonly officerName!: string;
}
