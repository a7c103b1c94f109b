import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Answer,
  Commands,
  created,
  CurrentActor,
  IfMatch,
  Requires,
  SealingConfig,
} from '@motcua/platform';
import { DossierView } from '../dossier-view/dossier.view.js';
import { toView } from '../dossier-view/to-view.js';
import { SubmitDossier } from './submit-dossier.use-case.js';

@Controller('v1/dossiers')
@ApiTags('dossiers')
export class SubmitDossierController {
  constructor(
    private readonly commands: Commands,
    private readonly submitDossier: SubmitDossier,
    private readonly sealing: SealingConfig,
  ) {}

  @Post(':id/submission')
  @HttpCode(201)
  @Requires('dossier.submit')
  @ApiOperation({
    summary: 'Submits a draft: gives its code (R1) and its fees (R16); 422 lists all that is missing or wrong',
  })
  @ApiCreatedResponse({ type: DossierView })
  submit(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(async (tx) => {
      const { dossier, parts } = await this.submitDossier.execute(tx, id, version, actor);
      return created(toView(dossier, parts, this.sealing.sealingKey), { version: dossier.version });
    });
  }
}
