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
import { ReturnResultRequest } from './return-result.request.js';
import { ReturnResult } from './return-result.use-case.js';

@Controller('v1/dossiers')
@ApiTags('reception')
export class ReturnResultController {
  constructor(
    private readonly commands: Commands,
    private readonly returnResult: ReturnResult,
    private readonly views: DossierViews,
  ) {}

  @Post(':id/return')
  @HttpCode(201)
  @Requires('dossier.return')
  @ApiOperation({ summary: 'Hands the result over; refused while a fee due before return is unpaid (R16)' })
  @ApiCreatedResponse({ type: DossierView })
  return(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { method, trackingNumber = null }: ReturnResultRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    return this.commands.run(async (tx) => {
      const dossier = await this.returnResult.execute(tx, id, version, { method, trackingNumber }, actor);
      return created(await this.views.of(dossier, languageOf(language), tx), { version: dossier.version });
    });
  }
}
