import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, languageOf, Requires } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { DossierView } from '../dossier-view/dossier.view.js';
import { WITHDRAW_DOSSIER } from '../decisions/withdraw-dossier.js';
import { WithdrawDossierRequest } from './withdraw-dossier.request.js';

@Controller('v1/dossiers')
@ApiTags('dossiers')
export class WithdrawDossierController {
  constructor(private readonly dossiers: Dossiers) {}

  @Post(':id/withdrawal')
  @HttpCode(201)
  @Requires('dossier.withdraw')
  @ApiOperation({
    summary:
      'Withdraws a dossier; 202 after acceptance, when the competent agency decides. An officer of its office says who asked, and names the signed request',
  })
  @ApiCreatedResponse({ type: DossierView })
  @ApiAcceptedResponse({ type: DossierView })
  withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason, ...onBehalf }: WithdrawDossierRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const command = { id, version, actor, language: languageOf(language), reason, onBehalf };
    return this.dossiers.run(WITHDRAW_DOSSIER, command);
  }
}
