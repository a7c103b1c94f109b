import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { typedNumber } from '@motcua/kernel';
import { type Actor, type Answer, CurrentActor, IfMatch, languageOf, Requires } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { DossierView } from '../dossier-view/dossier.view.js';
import { ACCEPT_DOSSIER } from './accept-dossier.js';
import { AcceptDossierRequest } from './accept-dossier.request.js';

@Controller('v1/dossiers')
@ApiTags('reception')
export class AcceptDossierController {
  constructor(private readonly dossiers: Dossiers) {}

  @Post(':id/acceptance')
  @HttpCode(201)
  @Requires('dossier.receive')
  @ApiOperation({ summary: 'Accepts a dossier: the term begins and both due dates are set (R3, R17)' })
  @ApiCreatedResponse({ type: DossierView })
  accept(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { cashReceiptNumber: typed = null }: AcceptDossierRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const cashReceiptNumber = typed === null ? null : typedNumber(typed);
    return this.dossiers.run(ACCEPT_DOSSIER, { id, version, actor, language: languageOf(language), cashReceiptNumber });
  }
}
