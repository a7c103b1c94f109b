import { InstantText } from '@motcua/platform';

export class InstantQuery {
  @InstantText({ optional: true, description: 'What holds at that time; now when absent' })
  readonly at?: string;
}
