import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  accepted,
  type Actor,
  type Answer,
  Commands,
  created,
  CurrentActor,
  IfMatch,
  languageOf,
  Requires,
  OrdinalPipe,
} from '@motcua/platform';
import { DossierView } from '../dossier-view/dossier.view.js';
import { DossierViews } from '../dossier-view/dossier-views.js';
import { CompleteSupplementRequest } from './complete-supplement.request.js';
import { CompleteSupplement } from './complete-supplement.use-case.js';

@Controller('v1/dossiers')
@ApiTags('dossiers')
export class CompleteSupplementController {
  constructor(
    private readonly commands: Commands,
    private readonly completeSupplement: CompleteSupplement,
    private readonly views: DossierViews,
  ) {}

  @Post(':id/supplement-requests/:number/completion')
  @HttpCode(201)
  @Requires('dossier.submit')
  @ApiOperation({
    summary:
      'Gives what was asked: files are uploaded before, corrected form data comes here. 202 after acceptance: the case decides',
  })
  @ApiCreatedResponse({ type: DossierView })
  @ApiAcceptedResponse({ type: DossierView })
  complete(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', OrdinalPipe) number: number,
    @IfMatch() version: number,
    @Body() { formData }: CompleteSupplementRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    return this.commands.run(async (tx) => {
      const { dossier, afterAcceptance } = await this.completeSupplement.execute(
        tx,
        id,
        number,
        version,
        formData,
        actor,
      );
      const view = await this.views.of(dossier, languageOf(language), tx);
      return (afterAcceptance ? accepted : created)(view, { version: dossier.version });
    });
  }
}
