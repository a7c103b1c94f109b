import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, languageOf, OrdinalPipe, Requires } from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { Dossiers } from '../change/dossiers.js';
import { DossierView } from '../dossier-view/dossier.view.js';
import { FileView } from '../dossier-view/file.view.js';
import { DuePapers } from '../due-papers/due-papers.js';
import { DEMAND_FEE } from './demand-fee.js';
import { DemandFeeRequest } from './demand-fee.request.js';
import { NOTICE_OF_FEE } from './fee-notice.js';

@Controller('v1/dossiers')
@ApiTags('reception')
export class DemandFeeController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly papers: DuePapers,
  ) {}

  @Post(':id/fee-demands')
  @HttpCode(201)
  @Requires('dossier.receive')
  @ApiOperation({ summary: 'Asks before acceptance for a fee that the submission did not owe yet (1→6, R16)' })
  @ApiCreatedResponse({ type: DossierView })
  demand(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { lines, reason, legalBasis }: DemandFeeRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const asked = { id, version, actor, language: languageOf(language) };
    return this.dossiers.run(DEMAND_FEE, { ...asked, lines, reason, legalBasis });
  }

  @Post(':id/fee-demands/:number/files')
  @HttpCode(201)
  @Requires('case.work')
  @ApiOperation({
    summary:
      "Attaches the notice of the latest fee that arose, the one-stop's or the case's; the applicant reads it in the dossier. The ETag rises by one",
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: FileView })
  attach(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', OrdinalPipe) number: number,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    return this.papers.attach(NOTICE_OF_FEE, { id, number, actor, request });
  }
}
