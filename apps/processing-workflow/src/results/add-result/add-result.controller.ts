import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Answer,
  CurrentActor,
  FilesConfig,
  FileStore,
  receiveUpload,
  Requires,
} from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { CaseReader } from '../../access/case-reader.js';
import { ResultView } from '../../views/result.view.js';
import { AddResultQuery } from './add-result.query.js';
import { AddResults, PDF } from './add-result.use-case.js';
import { GenerateResultRequest } from './generate-result.request.js';

@Controller('v1/cases/:dossierId')
@ApiTags('results')
@Requires('case.work')
export class AddResultController {
  constructor(
    private readonly files: FileStore,
    private readonly config: FilesConfig,
    private readonly cases: CaseReader,
    private readonly results: AddResults,
  ) {}

  @Post('results')
  @HttpCode(201)
  @ApiOperation({ summary: "Uploads a result file (PDF) to be signed; raises the case's ETag by one" })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @ApiCreatedResponse({ type: ResultView })
  async upload(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Query() about: AddResultQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    // Officers who may not see the case send nothing into the store.
    await this.cases.find(actor, dossierId);
    const upload = await receiveUpload(request, this.files, { maxBytes: this.config.maxBytes, allowed: [PDF] });
    try {
      return await this.results.upload({ dossierId, actor, scope: 'case.work' }, upload, about);
    } finally {
      await upload.discard();
    }
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
