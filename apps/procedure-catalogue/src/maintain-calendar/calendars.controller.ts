import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import { parseCalendar } from '@motcua/legal-clock';
import {
  type Actor,
  type Answer,
  AnyToken,
  Commands,
  CurrentActor,
  Database,
  decodeCursor,
  IfMatchWhenReplacing,
  ok,
  type Page,
  pageOf,
  PageOf,
  PageQuery,
  type PlatformCode,
  Requires,
} from '@motcua/platform';
import { MAINTAIN_CALENDAR } from '../changes/maintain-calendar.js';
import { PlainCode } from '../http/path-code.pipe.js';
import { findCalendars, listCalendars } from '../persistence/calendars.js';
import { CalendarView, calendarView } from '../views/calendar.view.js';
import { CALENDAR_BODY } from './calendar-schema.js';

@Controller('v1/working-calendars')
@ApiTags('working calendars')
export class CalendarsController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
  ) {}

  @Get()
  @AnyToken()
  @ApiOperation({ summary: 'Lists the working calendars' })
  @ApiOkResponse({ type: PageOf(CalendarView) })
  async list(@Query() { cursor, limit }: PageQuery): Promise<Page<CalendarView>> {
    const [after = ''] = decodeCursor(cursor, 1) ?? [];
    const calendars = await listCalendars(this.database, String(after), limit + 1);
    return pageOf(calendars, limit, ({ code }) => [code], calendarView);
  }

  @Get(':code')
  @AnyToken()
  @ApiOperation({ summary: 'Returns one working calendar' })
  @ApiOkResponse({ type: CalendarView })
  async get(@Param('code', PlainCode) code: string): Promise<Answer<CalendarView>> {
    const [calendar] = await findCalendars(this.database, [code]);
    if (!calendar) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND', { calendar: code });
    return ok(calendarView(calendar), { version: calendar.revision });
  }

  @Put(':code')
  @Requires('calendar.write')
  @ApiOperation({ summary: 'Creates or replaces a working calendar; a refusal lists every fault (R4, R5)' })
  @ApiBody(CALENDAR_BODY)
  @ApiOkResponse({ type: CalendarView })
  @ApiCreatedResponse({ type: CalendarView })
  async maintain(
    @Param('code', PlainCode) code: string,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() body: object,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<CalendarView>> {
    return this.commands.run(MAINTAIN_CALENDAR, { code, definition: parseCalendar(body), actor, seen });
  }
}
