import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Agencies } from '@motcua/catalogue-copy';
import { CLOCK, type Clock, Refusal } from '@motcua/kernel';
import { type Actor, CurrentActor, type Page, PageOf, type PlatformCode, Requires } from '@motcua/platform';
import { AgencyInReach } from '../read-figures/agency-in-reach.js';
import { parsePeriod } from '../read-figures/period.js';
import { DossierBehindView, viewOf } from './dossier-behind.view.js';
import { DossiersBehind } from './dossiers-behind.js';
import { FigureDossiersQuery } from './figure-dossiers.query.js';
import { FIGURE_NAMES, type FigureName } from './which-figure.js';

const isFigure = (name: string): name is FigureName => (FIGURE_NAMES as readonly string[]).includes(name);

@Controller('v1/figures')
@ApiTags('figures')
@Requires('dossier.read')
export class OpenFigureController {
  constructor(
    private readonly agencyInReach: AgencyInReach,
    private readonly agencies: Agencies,
    private readonly behind: DossiersBehind,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':figure/dossiers')
  @ApiOperation({
    summary: 'Lists the dossiers behind a figure of the indicators or of the periodic report',
    description:
      'A figure is named as there. As many dossiers as the figure counts, newest first; `procedure`, `field` and `channel` narrow them as the lines of the periodic report do.',
  })
  @ApiParam({ name: 'figure', enum: FIGURE_NAMES, description: 'Name of the figure' })
  @ApiOkResponse({ type: PageOf(DossierBehindView) })
  async list(
    @Param('figure') figure: string,
    @Query() query: FigureDossiersQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<DossierBehindView>> {
    if (!isFigure(figure)) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const { agency: asked, alone, period, procedure, field, channel } = query;
    const { code } = await this.agencyInReach.find(actor, asked, 'dossier.read');
    const agencies = alone ? [code] : await this.agencies.subtree(code);
    const narrowed = { ...(procedure && { procedure }), ...(field && { field }), ...(channel && { channel }) };
    const which = { figure, agencies, period: parsePeriod(period), ...narrowed };
    return this.behind.page(which, this.clock.now(), query, viewOf);
  }
}
