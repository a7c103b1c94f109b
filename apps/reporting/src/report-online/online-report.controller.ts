import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, type Page, PageOf, Requires } from '@motcua/platform';
import { AgencyInReach } from '../read-figures/agency-in-reach.js';
import { FiguresQuery } from '../read-figures/figures.query.js';
import { parsePeriod } from '../read-figures/period.js';
import { FindProcedures } from './find-procedures.js';
import { OnlineReportView } from './online-report.view.js';
import { OnlineProceduresQuery } from './online-procedures.query.js';
import { ProcedureToLookAtView } from './procedure-to-look-at.view.js';
import { ReportOnline } from './report-online.use-case.js';

@Controller('v1/reports/online')
@ApiTags('reports')
@Requires('report.read')
export class OnlineReportController {
  constructor(
    private readonly agencies: AgencyInReach,
    private readonly reportOnline: ReportOnline,
    private readonly procedures: FindProcedures,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Returns what an agency and those directly below it do online, beside the targets of the year',
    description: 'An agency without a target of its own has that of the nearest agency above it.',
  })
  @ApiOkResponse({ type: OnlineReportView })
  async read(@Query() { agency, period }: FiguresQuery, @CurrentActor() actor: Actor): Promise<OnlineReportView> {
    return this.reportOnline.execute(await this.agencies.find(actor, agency), parsePeriod(period));
  }

  @Get('procedures')
  @ApiOperation({
    summary: 'Lists procedures without a dossier in the period, or those that are ripe to go online',
    description:
      'Ripe is what is not online in full although dossiers of it were accepted in the period; most of them first.',
  })
  @ApiOkResponse({ type: PageOf(ProcedureToLookAtView) })
  async list(
    @Query() query: OnlineProceduresQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<ProcedureToLookAtView>> {
    const { code } = await this.agencies.find(actor, query.agency);
    return this.procedures.page(code, parsePeriod(query.period), query);
  }
}
