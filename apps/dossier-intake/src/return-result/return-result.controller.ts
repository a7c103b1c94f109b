import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, languageOf, Requires } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { DossierView } from '../dossier-view/dossier.view.js';
import { RETURN_RESULT } from './return-result.js';
import { ReturnResultRequest } from './return-result.request.js';

@Controller('v1/dossiers')
@ApiTags('reception')
export class ReturnResultController {
  constructor(private readonly dossiers: Dossiers) {}

  @Post(':id/return')
  @HttpCode(201)
  @Requires('dossier.return')
  @ApiOperation({
    summary: 'Returns the result to the applicant; refused while a fee is unpaid (R16), or no result is valid (R20)',
  })
  @ApiCreatedResponse({ type: DossierView })
  return(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { method, trackingNumber = null, receivedBy, originals = [] }: ReturnResultRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const command = {
      id,
      version,
      actor,
      language: languageOf(language),
      method,
      trackingNumber,
      receivedBy: receivedBy ?? null,
      originals,
    };
    return this.dossiers.run(RETURN_RESULT, command);
  }
}
