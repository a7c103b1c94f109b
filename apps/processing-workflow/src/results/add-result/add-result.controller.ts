import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, Requires } from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { ResultView } from '../../views/result.view.js';
import { AddResultQuery } from './add-result.query.js';
import { AddResults } from './add-result.use-case.js';
import { ReceiveResult } from '../receive-result.js';
import { GenerateResultRequest } from './generate-result.request.js';

@Controller('v1/cases/:dossierId')
@ApiTags('results')
@Requires('case.work')
export class AddResultController {
  constructor(
    private readonly receive: ReceiveResult,
    private readonly results: AddResults,
  ) {}

  @Post('results')
  @HttpCode(201)
  @ApiOperation({
    summary: "Uploads a result file (PDF, XML, PNG or JPEG) to be signed; raises the case's ETag by one",
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @ApiCreatedResponse({ type: ResultView })
  upload(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Query() about: AddResultQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    const command = { dossierId, actor, scope: 'case.work' } as const;
    return this.receive.from(request, command, (asked, file) => this.results.upload(asked, file, about));
  }

  @Post('generated-results')
  @HttpCode(201)
  @ApiOperation({ summary: 'Prints a result document from paragraphs, to be signed' })
  @ApiCreatedResponse({ type: ResultView })
  generate(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Body() request: GenerateResultRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.results.generate({ dossierId, actor, scope: 'case.work' }, request);
  }
}
