import { Day, Text } from '@motcua/platform';

export class ListedDayView {
  @Day()
  readonly date!: string;

  @Day({ optional: true, description: 'Of a compensatory day: the date whose weekday it works like' })
  readonly replaces?: string;

  @Text({ optional: true })
  readonly name?: string;
}
