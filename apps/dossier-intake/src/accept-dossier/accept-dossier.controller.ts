import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Answer,
  Commands,
  created,
  CurrentActor,
  IfMatch,
  languageOf,
  Requires,
} from '@motcua/platform';
import { DossierViews } from '../dossier-view/dossier-views.js';
import { AcceptDossierRequest } from './accept-dossier.request.js';
import { AcceptDossier } from './accept-dossier.use-case.js';
import { AcceptanceView } from './acceptance.view.js';

@Controller('v1/dossiers')
@ApiTags('reception')
export class AcceptDossierController {
  constructor(
    private readonly commands: Commands,
    private readonly acceptDossier: AcceptDossier,
    private readonly views: DossierViews,
  ) {}

  @Post(':id/acceptance')
  @HttpCode(201)
  @Requires('dossier.receive')
  @ApiOperation({ summary: 'Accepts a dossier: its term begins and both due dates are given (R3, R17)' })
  @ApiCreatedResponse({ type: AcceptanceView })
  accept(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { cashReceiptNumber = null }: AcceptDossierRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    return this.commands.run(async (tx) => {
      const { dossier, difference } = await this.acceptDossier.execute(tx, id, version, cashReceiptNumber, actor);
      const view = await this.views.of(dossier, languageOf(language), tx);
      return created({ ...view, versionDifference: difference }, { version: dossier.version });
    });
  }
}
