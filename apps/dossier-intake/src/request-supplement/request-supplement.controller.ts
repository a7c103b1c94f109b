import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, languageOf, Requires } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { DossierView } from '../dossier-view/dossier.view.js';
import { remarksOf } from '../remarks/remarks-of.js';
import { REQUEST_SUPPLEMENT } from '../decisions/request-supplement.js';
import { RequestSupplementRequest } from '../remarks/request-supplement.request.js';

@Controller('v1/dossiers')
@ApiTags('reception')
export class RequestSupplementController {
  constructor(private readonly dossiers: Dossiers) {}

  @Post(':id/supplement-requests')
  @HttpCode(201)
  @Requires('dossier.receive')
  @ApiOperation({ summary: 'Requests papers or corrections before acceptance (form 02, R9)' })
  @ApiCreatedResponse({ type: DossierView })
  request(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { items }: RequestSupplementRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const command = { id, version, actor, language: languageOf(language), items: remarksOf(items) };
    return this.dossiers.run(REQUEST_SUPPLEMENT, command);
  }
}
