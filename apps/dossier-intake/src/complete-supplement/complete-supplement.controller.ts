import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, languageOf, OrdinalPipe, Requires } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { DossierView } from '../dossier-view/dossier.view.js';
import { COMPLETE_SUPPLEMENT } from '../decisions/complete-supplement.js';
import { CompleteSupplementRequest } from './complete-supplement.request.js';

@Controller('v1/dossiers')
@ApiTags('dossiers')
export class CompleteSupplementController {
  constructor(private readonly dossiers: Dossiers) {}

  @Post(':id/supplement-requests/:number/completion')
  @HttpCode(201)
  @Requires('dossier.submit')
  @ApiOperation({
    summary:
      'Completes a supplement request: upload the files first, send corrected form data here; 202 after acceptance, when the competent agency decides',
  })
  @ApiCreatedResponse({ type: DossierView })
  @ApiAcceptedResponse({ type: DossierView })
  complete(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', OrdinalPipe) number: number,
    @IfMatch() version: number,
    @Body() { partly = false, confirmed = false, formData, applicant, ...onBehalf }: CompleteSupplementRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const command = {
      id,
      version,
      actor,
      language: languageOf(language),
      number,
      partly,
      confirmed,
      formData,
      applicant,
      onBehalf,
    };
    return this.dossiers.run(COMPLETE_SUPPLEMENT, command);
  }
}
