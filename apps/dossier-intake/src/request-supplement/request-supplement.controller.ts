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
import { RequestSupplementRequest } from './request-supplement.request.js';
import { RequestSupplement } from './request-supplement.use-case.js';

@Controller('v1/dossiers')
@ApiTags('reception')
export class RequestSupplementController {
  constructor(
    private readonly commands: Commands,
    private readonly requestSupplement: RequestSupplement,
    private readonly views: DossierViews,
  ) {}

  @Post(':id/supplement-requests')
  @HttpCode(201)
  @Requires('dossier.receive')
  @ApiOperation({ summary: 'Asks for papers or corrections before acceptance (form 02, R9); after it the case asks' })
  @ApiCreatedResponse({ type: DossierView })
  request(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { items }: RequestSupplementRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    return this.commands.run(async (tx) => {
      const dossier = await this.requestSupplement.execute(tx, id, version, remarksOf(items), actor);
      const location = `/intake/v1/dossiers/${id}/supplement-requests/${dossier.supplementCount}`;
      return created(await this.views.of(dossier, languageOf(language), tx), { version: dossier.version, location });
    });
  }
}
