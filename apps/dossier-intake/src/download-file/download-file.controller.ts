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
  type SendableFile,
  sendFile,
  type PlatformCode,
} from '@motcua/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Dossiers } from '../change/dossiers.js';

interface Found extends SendableFile {
  readonly dossierId: string;
  /** Of a store's item: its owner may have it without the dossier. */
  readonly applicantRef: string | null;
}

const FIND = `
  SELECT dossier_id AS "dossierId", NULL AS "applicantRef", sha256, size, media_type AS "mediaType", name FROM dossier_file WHERE id = $1
  UNION ALL
  SELECT dossier_id, applicant_ref, sha256, size, media_type, file_name FROM store_item WHERE id = $1`;

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
    const [file] = await this.database.query<Found>(FIND, [id]);
    if (!file) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    permittedReach(actor, 'dossier.read');
    if (!owns(actor, { applicantRef: file.applicantRef, agencies: [] }))
      await this.dossiers.see(file.dossierId, actor, 'dossier.read');
    await sendFile(request, reply, this.store, file);
  }
}
