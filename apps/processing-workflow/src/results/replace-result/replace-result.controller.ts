import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, OrdinalPipe, Requires } from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { ResultView } from '../../views/result.view.js';
import { ReceiveResult } from '../receive-result.js';
import { GenerateReplacementRequest } from './generate-replacement.request.js';
import { ReplaceResultQuery } from './replace-result.query.js';
import { ReplaceResults } from './replace-result.use-case.js';

@Controller('v1/cases/:dossierId/results/:n')
@ApiTags('results')
@Requires('case.sign')
export class ReplaceResultController {
  constructor(
    private readonly receive: ReceiveResult,
    private readonly results: ReplaceResults,
  ) {}

  @Post('replacement')
  @HttpCode(201)
  @ApiOperation({
    summary:
      'Uploads and signs a result (PDF) in the place of one that was issued, which is revoked by it (R20); the case stays as it is',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @ApiCreatedResponse({ type: ResultView })
  upload(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Param('n', OrdinalPipe) n: number,
    @IfMatch() version: number,
    @Query() about: ReplaceResultQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    const command = { dossierId, n, version, actor, scope: 'case.sign' } as const;
    return this.receive.from(request, command, (asked, file) => this.results.upload(asked, file, about));
  }

  @Post('generated-replacement')
  @HttpCode(201)
  @ApiOperation({ summary: 'Prints a result from paragraphs, and signs it in the place of one that was issued (R20)' })
  @ApiCreatedResponse({ type: ResultView })
  generate(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Param('n', OrdinalPipe) n: number,
    @IfMatch() version: number,
    @Body() request: GenerateReplacementRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.results.generate({ dossierId, n, version, actor, scope: 'case.sign' }, request);
  }
}
