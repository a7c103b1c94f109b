import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, languageOf, Requires } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { DossierView } from '../dossier-view/dossier.view.js';
import { DEMAND_FEE } from './demand-fee.js';
import { DemandFeeRequest } from './demand-fee.request.js';

@Controller('v1/dossiers')
@ApiTags('reception')
export class DemandFeeController {
  constructor(private readonly dossiers: Dossiers) {}

  @Post(':id/fee-demands')
  @HttpCode(201)
  @Requires('dossier.receive')
  @ApiOperation({ summary: 'Asks before acceptance for a fee that the submission did not owe yet (1→6, R16)' })
  @ApiCreatedResponse({ type: DossierView })
  demand(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { lines, reason, legalBasis }: DemandFeeRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const asked = { id, version, actor, language: languageOf(language) };
    return this.dossiers.run(DEMAND_FEE, { ...asked, lines, reason, legalBasis });
  }
}
