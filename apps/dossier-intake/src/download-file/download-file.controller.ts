import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  CurrentActor,
  Database,
  FileStore,
  owns,
  permittedReach,
  Requires,
  sendFile,
  type PlatformCode,
} from '@motcua/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Dossiers } from '../change/dossiers.js';
import { findFile } from './find-file.js';

@Controller('v1/files')
@ApiTags('files')
export class DownloadFileController {
  constructor(
    private readonly database: Database,
    private readonly dossiers: Dossiers,
    private readonly store: FileStore,
  ) {}

  @Get(':id/content')
  @Requires('dossier.read')
  @ApiOperation({
    summary: "Content of a dossier's file, a result, or a paper of the applicant's store; ranges; the ETag is the hash",
  })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The content, or the part of it that `Range` asks for (206)' })
  async content(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await findFile(this.database, id);
    if (!file) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    permittedReach(actor, 'dossier.read');
    if (!owns(actor, { applicantRef: file.applicantRef, agencies: [] }))
      await this.dossiers.see(file.dossierId, actor, 'dossier.read');
    await sendFile(request, reply, this.store, file);
  }
}
