import { InstantText } from '@motcua/platform';

export class InstantQuery {
  @InstantText({ optional: true, description: 'Date and time to answer for; defaults to now' })
  readonly at?: string;
}
