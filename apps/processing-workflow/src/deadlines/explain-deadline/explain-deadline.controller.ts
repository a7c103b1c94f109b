import { Controller, Get, Headers, Inject, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  CurrentActor,
  Database,
  languageOf,
  ok,
  PreferWait,
  Requires,
} from '@motcua/platform';
import { listAdjustments } from '../../persistence/adjustments.js';
import { CalendarsOfCase } from '../../persistence/calendars-of-case.js';
import { listFurtherAdjustments } from '../../persistence/further-adjustments.js';
import { listLateness } from '../../persistence/lateness.js';
import { CaseReader } from '../../access/case-reader.js';
import { ExplainedDeadlineView, explainedDeadlineView } from './explained-deadline.view.js';

@Controller('v1/cases/:dossierId/deadline')
@ApiTags('cases')
@Requires('case.follow')
export class ExplainDeadlineController {
  constructor(
    private readonly cases: CaseReader,
    private readonly calendars: CalendarsOfCase,
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The deadline explained: as first promised, as it stands, every move and every step (R12)' })
  @ApiOkResponse({ type: ExplainedDeadlineView })
  async explain(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @PreferWait() seconds: number,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') accepted: string | undefined,
  ): Promise<Answer> {
    const { state, row } = await this.cases.find(actor, dossierId, seconds, 'case.follow');
    const [{ current: calendar }, adjustments, further, lateness] = await Promise.all([
      this.calendars.of(state),
      listAdjustments(this.database, dossierId),
      listFurtherAdjustments(this.database, dossierId),
      listLateness(this.database, dossierId),
    ]);
    const view = explainedDeadlineView({
      state,
      calendar,
      adjustments,
      further,
      lateness,
      language: languageOf(accepted),
      now: this.clock.now(),
    });
    return ok(view, { version: row.version });
  }
}
