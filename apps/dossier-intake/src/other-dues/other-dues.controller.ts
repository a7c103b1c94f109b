import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, languageOf, OrdinalPipe, Requires } from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { Dossiers } from '../change/dossiers.js';
import { DossierView } from '../dossier-view/dossier.view.js';
import { FileView } from '../dossier-view/file.view.js';
import { DuePapers } from '../due-papers/due-papers.js';
import { ASK_OTHER_DUE } from './ask-other-due.js';
import { DueCancellationRequest } from './due-cancellation.request.js';
import { DUE_PAPERS } from './due-paper.js';
import { DuePapersQuery } from './due-papers.query.js';
import { DueProofRequest } from './due-proof.request.js';
import { OtherDueRequest } from './other-due.request.js';
import { CANCEL_OTHER_DUE, PROVE_OTHER_DUE } from './settle-other-due.js';

@Controller('v1/dossiers/:id/other-dues')
@ApiTags('other dues')
export class OtherDuesController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly papers: DuePapers,
  ) {}

  @Post()
  @HttpCode(201)
  @Requires('dossier.receive')
  @ApiOperation({
    summary: 'Passes on what another body collects, such as a tax or a penalty: shown and told, never in our books',
  })
  @ApiCreatedResponse({ type: DossierView })
  ask(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { payBy = null, ...due }: OtherDueRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    return this.dossiers.run(ASK_OTHER_DUE, { ...due, payBy, id, version, actor, language: languageOf(language) });
  }

  @Post(':number/proof')
  @HttpCode(201)
  @Requires('dossier.message')
  @ApiOperation({ summary: 'Says under which number it was paid to the body that collects it; applicant or officer' })
  @ApiCreatedResponse({ type: DossierView })
  prove(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', OrdinalPipe) number: number,
    @IfMatch() version: number,
    @Body() { paper }: DueProofRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const asked = { id, number, version, actor, language: languageOf(language) };
    return this.dossiers.run(PROVE_OTHER_DUE, { ...asked, paper });
  }

  @Post(':number/cancellation')
  @HttpCode(201)
  @Requires('dossier.receive')
  @ApiOperation({ summary: 'Takes back what was passed on, with a reason' })
  @ApiCreatedResponse({ type: DossierView })
  cancel(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', OrdinalPipe) number: number,
    @IfMatch() version: number,
    @Body() { reason }: DueCancellationRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const asked = { id, number, version, actor, language: languageOf(language) };
    return this.dossiers.run(CANCEL_OTHER_DUE, { ...asked, reason });
  }

  @Post(':number/files')
  @HttpCode(201)
  @Requires('dossier.message')
  @ApiOperation({
    summary: "Attaches the body's notice (the one-stop), or the paper that proves the payment. The ETag rises by one",
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: FileView })
  attach(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', OrdinalPipe) number: number,
    @Query() { as }: DuePapersQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    return this.papers.attach(DUE_PAPERS[as], { id, number, actor, request });
  }
}
