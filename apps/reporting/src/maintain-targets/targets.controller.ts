import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  IfMatchWhenReplacing,
  ok,
  type PlatformCode,
  Requires,
} from '@motcua/platform';
import { AgencyInReach } from '../read-figures/agency-in-reach.js';
import { TARGET_FIGURES, type TargetFigure } from '../targets/target-row.js';
import { Targets } from '../targets/targets.js';
import { FigureOfTarget } from './figure-of-target.pipe.js';
import { SET_TARGET } from './set-target.js';
import { TargetRequest } from './target.request.js';
import { TargetView, targetView } from './target.view.js';
import { YearOfTarget } from './year-of-target.pipe.js';

@Controller('v1/targets')
@ApiTags('reports')
@Requires('report.read')
export class TargetsController {
  constructor(
    private readonly agencies: AgencyInReach,
    private readonly targets: Targets,
    private readonly commands: Commands,
  ) {}

  @Get(':agency/:year/:figure')
  @ApiOperation({ summary: 'Returns what an agency and all below it are to reach in a year' })
  @ApiParam({ name: 'year', type: 'integer', example: 2026 })
  @ApiParam({ name: 'figure', enum: TARGET_FIGURES })
  @ApiOkResponse({ type: TargetView })
  async show(
    @Param('agency') asked: string,
    @Param('year', YearOfTarget) year: number,
    @Param('figure', FigureOfTarget) figure: TargetFigure,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<TargetView>> {
    const { code } = await this.agencies.find(actor, asked);
    const target = await this.targets.find(code, year, figure);
    if (!target) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return ok(targetView(target), { version: target.version });
  }

  @Put(':agency/:year/:figure')
  @Requires('target.write')
  @ApiOperation({
    summary: 'Sets what an agency and all below it are to reach in a year',
    description: 'An agency without a target of its own has that of the nearest agency above it.',
  })
  @ApiParam({ name: 'year', type: 'integer', example: 2026 })
  @ApiParam({ name: 'figure', enum: TARGET_FIGURES })
  @ApiOkResponse({ type: TargetView })
  @ApiCreatedResponse({ type: TargetView })
  async set(
    @Param('agency') asked: string,
    @Param('year', YearOfTarget) year: number,
    @Param('figure', FigureOfTarget) figure: TargetFigure,
    @IfMatchWhenReplacing() version: number | undefined,
    @Body() { share, basis = null }: TargetRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<TargetView>> {
    const { code: agency } = await this.agencies.find(actor, asked, 'target.write');
    return this.commands.run(SET_TARGET, { agency, year, figure, share, basis, version, actor: actor.subject });
  }
}
