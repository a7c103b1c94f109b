import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  CurrentActor,
  Database,
  FileStore,
  Requires,
  sendFile,
  OrdinalPipe,
  type PlatformCode,
} from '@motcua/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ResultView, resultView } from '../../views/result.view.js';
import { listResults, type ResultRow, signatureName } from '../../persistence/case-results.js';
import { P7S } from '../../signing/signer.js';
import { CaseReader } from '../../access/case-reader.js';

@Controller('v1/cases/:dossierId/results')
@ApiTags('results')
@Requires('case.read')
export class ReadResultsController {
  constructor(
    private readonly cases: CaseReader,
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The results of a case, superseded ones too' })
  async list(@Param('dossierId', ParseUUIDPipe) dossierId: string, @CurrentActor() actor: Actor): Promise<object> {
    await this.cases.find(actor, dossierId);
    return { items: (await listResults(this.database, dossierId)).map(resultView), next: null };
  }

  @Get(':n')
  @ApiOperation({ summary: 'One result' })
  @ApiOkResponse({ type: ResultView })
  async show(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Param('n', OrdinalPipe) n: number,
    @CurrentActor() actor: Actor,
  ): Promise<ResultView> {
    return resultView(await this.find(actor, dossierId, n));
  }

  @Get(':n/content')
  @ApiOperation({ summary: 'The file: signed once it is signed; ranges, ETag is its hash' })
  @ApiProduces('application/pdf', 'application/xml', 'image/png', 'image/jpeg')
  async content(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Param('n', OrdinalPipe) n: number,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { sha256, size, mediaType, fileName } = resultView(await this.find(actor, dossierId, n));
    await sendFile(request, reply, this.files, { sha256, size, mediaType, name: fileName });
  }

  @Get(':n/signature')
  @ApiOperation({
    summary:
      'The signature (.p7s, CMS, RFC 5652) of a result that is no PDF: it lies beside the file, which stays as it is',
  })
  @ApiProduces('application/pkcs7-signature')
  async signature(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Param('n', OrdinalPipe) n: number,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { signature_sha256: sha256, signature_size: size, file_name } = await this.find(actor, dossierId, n);
    if (sha256 === null) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    await sendFile(request, reply, this.files, {
      sha256,
      size: size ?? 0,
      mediaType: P7S,
      name: signatureName(file_name),
    });
  }

  private async find(actor: Actor, dossierId: string, n: number): Promise<ResultRow> {
    await this.cases.find(actor, dossierId);
    const row = (await listResults(this.database, dossierId)).find((one) => one.n === n);
    if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return row;
  }
}
