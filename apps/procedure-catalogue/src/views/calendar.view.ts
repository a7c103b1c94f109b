import { ApiProperty } from '@nestjs/swagger';
import { JsonObject, ListOf, Text, Whole } from '@motcua/platform';
import type { CalendarDefinition, CompensatoryDay, DayOff } from '@motcua/legal-clock';
import type { CalendarRecord } from '../persistence/calendars.js';
import { ListedDayView } from './listed-day.view.js';

/** A working calendar as it is read: what was put, with its code and revision. It may be put again as it is. */
export class CalendarView implements CalendarDefinition {
  @Text()
  readonly code!: string;

  @Whole({ min: 1 })
  readonly revision!: number;

  @Text({ min: 0 })
  readonly name!: string;

  @Text()
  readonly timeZone!: string;

  @JsonObject({ description: 'Sessions of each weekday' })
  readonly sessions!: CalendarDefinition['sessions'];

  @Text()
  readonly sameDayCutoff!: string;

  @ApiProperty({ type: 'array', items: { type: 'integer' }, description: 'Years whose days off are decided' })
  readonly publishedYears!: readonly number[];

  @ListOf(() => ListedDayView)
  readonly daysOff!: readonly DayOff[];

  @ListOf(() => ListedDayView)
  readonly compensatoryDays!: readonly CompensatoryDay[];
}

export const calendarView = ({ code, revision, definition }: CalendarRecord): CalendarView => ({
  code,
  revision,
  ...definition,
});
