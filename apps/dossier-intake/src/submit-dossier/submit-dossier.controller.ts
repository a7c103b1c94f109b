import { Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, languageOf, Requires } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { DossierView } from '../dossier-view/dossier.view.js';
import { SUBMIT_DOSSIER } from './submit-dossier.js';

@Controller('v1/dossiers')
@ApiTags('dossiers')
export class SubmitDossierController {
  constructor(private readonly dossiers: Dossiers) {}

  @Post(':id/submission')
  @HttpCode(201)
  @Requires('dossier.submit')
  @ApiOperation({
    summary:
      'Submits a draft: assigns the code (R1) and assesses the fees (R16); 422 lists every missing paper and invalid field',
  })
  @ApiCreatedResponse({ type: DossierView })
  submit(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    return this.dossiers.run(SUBMIT_DOSSIER, { id, version, actor, language: languageOf(language) });
  }
}
