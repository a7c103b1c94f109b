import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, languageOf, Requires } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { DossierView } from '../dossier-view/dossier.view.js';
import { remarksOf } from '../remarks/remarks-of.js';
import { REFUSE_DOSSIER } from './refuse-dossier.js';
import { RefuseDossierRequest } from '../remarks/refuse-dossier.request.js';

@Controller('v1/dossiers')
@ApiTags('reception')
export class RefuseDossierController {
  constructor(private readonly dossiers: Dossiers) {}

  @Post(':id/refusal')
  @HttpCode(201)
  @Requires('dossier.receive')
  @ApiOperation({
    summary: 'Refuses a dossier before acceptance, with the reason and the items at fault (R21, form 03)',
  })
  @ApiCreatedResponse({ type: DossierView })
  refuse(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason, faults }: RefuseDossierRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const command = { id, version, actor, language: languageOf(language), reason, faults: remarksOf(faults) };
    return this.dossiers.run(REFUSE_DOSSIER, command);
  }
}
