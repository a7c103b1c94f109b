import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, languageOf, Requires } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { DossierView } from '../dossier-view/dossier.view.js';
import { OnBehalfRequest } from '../on-behalf/on-behalf.request.js';
import { CONSENT_TO_REUSE } from './consent-to-reuse.js';

@Controller('v1/dossiers')
@ApiTags('files')
export class ConsentToReuseController {
  constructor(private readonly dossiers: Dossiers) {}

  @Post(':id/reuse-consent')
  @HttpCode(201)
  @Requires('dossier.submit')
  @ApiOperation({
    summary:
      "Records the applicant's signed consent: the office then sees and reuses what the applicant's store holds of the missing components",
  })
  @ApiCreatedResponse({ type: DossierView })
  consent(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() onBehalf: OnBehalfRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    return this.dossiers.run(CONSENT_TO_REUSE, { id, version, actor, language: languageOf(language), onBehalf });
  }
}
