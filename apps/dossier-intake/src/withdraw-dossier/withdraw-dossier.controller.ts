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
} from '@motcua/platform';
import { DossierView } from '../dossier-view/dossier.view.js';
import { DossierViews } from '../dossier-view/dossier-views.js';
import { WithdrawDossierRequest } from './withdraw-dossier.request.js';
import { WithdrawDossier } from './withdraw-dossier.use-case.js';

@Controller('v1/dossiers')
@ApiTags('dossiers')
export class WithdrawDossierController {
  constructor(
    private readonly commands: Commands,
    private readonly withdrawDossier: WithdrawDossier,
    private readonly views: DossierViews,
  ) {}

  @Post(':id/withdrawal')
  @HttpCode(201)
  @Requires('dossier.withdraw')
  @ApiOperation({ summary: 'Withdraws a dossier. 202 after acceptance: the case decides' })
  @ApiCreatedResponse({ type: DossierView })
  @ApiAcceptedResponse({ type: DossierView })
  withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: WithdrawDossierRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    return this.commands.run(async (tx) => {
      const { dossier, afterAcceptance } = await this.withdrawDossier.execute(tx, id, version, reason, actor);
      const view = await this.views.of(dossier, languageOf(language), tx);
      return (afterAcceptance ? accepted : created)(view, { version: dossier.version });
    });
  }
}
