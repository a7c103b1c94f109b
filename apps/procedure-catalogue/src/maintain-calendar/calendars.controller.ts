import { Body, Controller, Get, Inject, Param, Put, Query } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import { parseCalendar } from '@motcua/legal-clock';
import {
  type Actor,
  type Answer,
  AnyToken,
  Commands,
  created,
  CurrentActor,
  decodeCursor,
  IfMatchWhenReplacing,
  ok,
  type Page,
  pageOf,
  PageQuery,
  Requires,
  type PlatformCode,
} from '@motcua/platform';
import { PlainCode } from '../http/path-code.pipe.js';
import { CalendarPageView } from './calendar-page.view.js';
import { CALENDAR_BODY } from './calendar-schema.js';
import { CalendarStore } from '../persistence/calendar-store.js';
import { CalendarView, calendarView } from './calendar.view.js';
import { MaintainCalendar } from './maintain-calendar.use-case.js';

@Controller('v1/working-calendars')
@ApiTags('working calendars')
export class CalendarsController {
  constructor(
    @Inject(CalendarStore) private readonly calendars: CalendarStore,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(MaintainCalendar) private readonly maintainCalendar: MaintainCalendar,
  ) {}

  @Get()
  @AnyToken()
  @ApiOperation({ summary: 'The working calendars' })
  @ApiOkResponse({ type: CalendarPageView })
  async list(@Query() { cursor, limit }: PageQuery): Promise<Page<CalendarView>> {
    const after = decodeCursor(cursor, 1)?.map(String)[0];
    return pageOf(await this.calendars.list(after, limit + 1), limit, ({ code }) => [code], calendarView);
  }

  @Get(':code')
  @AnyToken()
  @ApiOperation({ summary: 'One working calendar' })
  @ApiOkResponse({ type: CalendarView })
  async get(@Param('code', PlainCode) code: string): Promise<Answer<CalendarView>> {
    const calendar = await this.calendars.find(code);
    if (!calendar) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND', { calendar: code });
    return ok(calendarView(calendar), { version: calendar.revision });
  }

  @Put(':code')
  @Requires('calendar.write')
  @ApiOperation({ summary: 'Creates or replaces a working calendar (R4, R5); every fault is told with its pointer' })
  @ApiBody(CALENDAR_BODY)
  @ApiOkResponse({ type: CalendarView })
  @ApiCreatedResponse({ type: CalendarView })
  async keep(
    @Param('code', PlainCode) code: string,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() body: object,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<CalendarView>> {
    const definition = parseCalendar(body);
    return this.commands.run(async (tx) => {
      const calendar = await this.maintainCalendar.execute(tx, { code, definition, actor, seen });
      const headers = { version: calendar.revision, location: `/catalogue/v1/working-calendars/${code}` };
      return calendar.revision === 1 ? created(calendarView(calendar), headers) : ok(calendarView(calendar), headers);
    });
  }
}
