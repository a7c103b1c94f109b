import { ListOf, Text } from '@motcua/platform';
import { CalendarView } from './calendar.view.js';

export class CalendarPageView {
  @ListOf(() => CalendarView)
  readonly items!: readonly CalendarView[];

  @Text({ nullable: true })
  readonly next!: string | null;
}
