import { Readable } from 'node:stream';
import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Answer,
  cleanFileName,
  Commands,
  CurrentActor,
  Database,
  FilesConfig,
  FileStore,
  receiveUpload,
  Requires,
} from '@motcua/platform';
import { assertActionAllowed } from '@motcua/processing-domain';
import type { FastifyRequest } from 'fastify';
import { listResults } from '../../persistence/case-results.js';
import { CaseReader } from '../../access/case-reader.js';
import { AddResultQuery } from './add-result.query.js';
import { AddResult, numberOfResult, resultOf } from './add-result.use-case.js';
import { GenerateResultRequest } from './generate-result.request.js';
import { PrintResult } from './print-result.js';
import { ResultView } from '../../views/result.view.js';

const PDF = 'application/pdf';

@Controller('v1/cases/:dossierId')
@ApiTags('results')
@Requires('case.work')
export class AddResultController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(Database) private readonly database: Database,
    private readonly config: FilesConfig,
    private readonly cases: CaseReader,
    private readonly addResult: AddResult,
    private readonly printResult: PrintResult,
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
    // Whoever may not see the case sends nothing into the store.
    await this.cases.find(actor, dossierId);
    const upload = await receiveUpload(request, this.files, { maxBytes: this.config.maxBytes, allowed: [PDF] });
    try {
      const command = { dossierId, actor, scope: 'case.work' } as const;
      return await this.commands.run((tx) => this.addResult.execute(tx, command, upload, about), upload.sha256);
    } finally {
      await upload.discard();
    }
  }

  @Post('generated-results')
  @HttpCode(201)
  @ApiOperation({ summary: 'Prints a result document from paragraphs, to be signed' })
  @ApiCreatedResponse({ type: ResultView })
  async generate(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Body() request: GenerateResultRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    const kept = await this.commands.keptAnswer();
    if (kept) return kept;
    const { state } = await this.cases.find(actor, dossierId);
    assertActionAllowed(state, 'addResult');
    const result = resultOf(state, request.resultCode);
    // Printed before it is known that nobody else adds a result meanwhile: then it is refused and printed again.
    const ours = numberOfResult(state, (await listResults(this.database, dossierId)).length);
    const pdf = await this.printResult.print(state, result, request, request.number ?? ours);
    const staged = await this.files.stage(Readable.from([pdf]), { maxBytes: this.config.maxBytes });
    const upload = { ...staged, mediaType: PDF, name: cleanFileName(`${result.code}.pdf`) };
    try {
      const command = { dossierId, actor, scope: 'case.work' } as const;
      const printedAs = request.number === undefined ? ours : undefined;
      return await this.commands.run((tx) => this.addResult.execute(tx, command, upload, request, printedAs));
    } finally {
      await staged.discard();
    }
  }
}
