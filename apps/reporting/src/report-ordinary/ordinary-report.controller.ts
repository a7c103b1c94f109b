import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@motcua/platform';
import { AgencyInReach } from '../read-figures/agency-in-reach.js';
import { parsePeriod } from '../read-figures/period.js';
import { OrdinaryReportQuery } from './ordinary-report.query.js';
import { OrdinaryReportView } from './ordinary-report.view.js';
import { ReportOrdinary } from './report-ordinary.use-case.js';

@Controller('v1/reports/ordinary')
@ApiTags('reports')
@Requires('report.read')
export class OrdinaryReportController {
  constructor(
    private readonly agencies: AgencyInReach,
    private readonly reportOrdinary: ReportOrdinary,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Returns the periodic report on administrative procedures of an agency and all below it (form II.06)',
    description:
      'Counted by date. Each line: carried over, received by channel, finished early, on the day and late, still running.',
  })
  @ApiOkResponse({ type: OrdinaryReportView })
  async read(
    @Query() { agency, period, by }: OrdinaryReportQuery,
    @CurrentActor() actor: Actor,
  ): Promise<OrdinaryReportView> {
    return this.reportOrdinary.execute(await this.agencies.find(actor, agency), parsePeriod(period), by);
  }
}
