import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, WithoutIdempotencyKey } from '@motcua/platform';
import { calculateIndicators } from '@motcua/reporting-domain';
import { ReportingConfig } from '../reporting.config.js';
import { assertFigures } from './assert-figures.js';
import { CountedFigures } from '../scores/counted-figures.js';
import { IndexView, indexView } from '../scores/index.view.js';

@Controller('v1/indicator-calculations')
@ApiTags('indicators')
@Requires('report.read')
export class CalculateIndicatorsController {
  constructor(private readonly config: ReportingConfig) {}

  @Post()
  @HttpCode(200)
  @WithoutIdempotencyKey()
  @ApiOperation({
    summary: 'Calculates scores of Decision 766 from given figures',
    description: 'Changes nothing and needs no idempotency key. Groups that are absent are not scored.',
  })
  @ApiOkResponse({ type: IndexView })
  calculate(@Body() figures: CountedFigures): IndexView {
    assertFigures(figures);
    const { onlineProcedures, onlineDossiers } = this.config;
    const weights = { procedures: BigInt(onlineProcedures), dossiers: BigInt(onlineDossiers) };
    return indexView(calculateIndicators(figures, weights));
  }
}
