import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@motcua/platform';
import { AgencyInReach } from '../read-figures/agency-in-reach.js';
import { parsePeriod } from '../read-figures/period.js';
import { FiguresQuery } from '../read-figures/figures.query.js';
import { IndicatorsView } from './indicators.view.js';
import { ReadIndicators } from './read-indicators.use-case.js';

@Controller('v1/indicators')
@ApiTags('indicators')
@Requires('report.read')
export class IndicatorsController {
  constructor(
    private readonly agencies: AgencyInReach,
    private readonly readIndicators: ReadIndicators,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Returns the indicators of Decision 766 of an agency and all below it',
    description:
      'Counted from events, to the minute. Groups that no event tells of (transparency, satisfaction) are absent; that of online services is provisional.',
  })
  @ApiOkResponse({ type: IndicatorsView })
  async read(@Query() { agency, period }: FiguresQuery, @CurrentActor() actor: Actor): Promise<IndicatorsView> {
    const { code } = await this.agencies.find(actor, agency);
    return this.readIndicators.execute(code, parsePeriod(period));
  }
}
