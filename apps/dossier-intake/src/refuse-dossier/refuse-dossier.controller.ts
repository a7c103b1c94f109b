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
import { DossierView } from '../dossier-view/dossier.view.js';
import { DossierViews } from '../dossier-view/dossier-views.js';
import { remarksOf } from '../remarks/remarks-of.js';
import { RefuseDossierRequest } from './refuse-dossier.request.js';
import { RefuseDossier } from './refuse-dossier.use-case.js';

@Controller('v1/dossiers')
@ApiTags('reception')
export class RefuseDossierController {
  constructor(
    private readonly commands: Commands,
    private readonly refuseDossier: RefuseDossier,
    private readonly views: DossierViews,
  ) {}

  @Post(':id/refusal')
  @HttpCode(201)
  @Requires('dossier.receive')
  @ApiOperation({
    summary: 'Refuses a dossier before its acceptance, with the reason and what is at fault (R21, form 03)',
  })
  @ApiCreatedResponse({ type: DossierView })
  refuse(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason, faults }: RefuseDossierRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    return this.commands.run(async (tx) => {
      const dossier = await this.refuseDossier.execute(tx, id, version, { reason, faults: remarksOf(faults) }, actor);
      return created(await this.views.of(dossier, languageOf(language), tx), { version: dossier.version });
    });
  }
}
