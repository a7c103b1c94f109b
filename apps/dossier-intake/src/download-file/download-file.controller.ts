import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { assertNothingHeldBack, assertPaid } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  assertReach,
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
import { processes } from '../applicant-store/may-open-store.js';
import { assertMayCollect } from '../on-behalf/part-of.js';
import { belongingOf, findDossier } from '../persistence/found-dossier.js';
import { findFile, type FoundFile } from './find-file.js';

@Controller('v1/files')
@ApiTags('files')
export class DownloadFileController {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
  ) {}

  @Get(':id/content')
  @Requires('dossier.read')
  @ApiOperation({
    summary:
      "Content of a dossier's file, a result, or a paper of the applicant's store; ranges; the ETag is the hash. A result is held back while a fee is owed for it: 409 with the amount (R16)",
  })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The content, or the part of it that `Range` asks for (206)' })
  async content(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(request, reply, this.store, await this.handedOut(id, actor));
  }

  @Get(':id/signature')
  @Requires('dossier.read')
  @ApiOperation({
    summary: 'The signature (.p7s, CMS, RFC 5652) of a result that is no PDF; handed out as its content is',
  })
  @ApiProduces('application/pkcs7-signature')
  @ApiOkResponse({ description: 'The signature; 404 where the file holds its own, or none' })
  async signature(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { signature, name } = await this.handedOut(id, actor);
    if (!signature) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const mediaType = 'application/pkcs7-signature';
    await sendFile(request, reply, this.store, { ...signature, mediaType, name: `${name}.p7s` });
  }

  /** @throws Refusal RESOURCE.NOT_FOUND, DOSSIER.NOT_AUTHORISED, DOSSIER.FEE_UNPAID, DOSSIER.OTHER_DUE_UNPAID */
  private async handedOut(id: string, actor: Actor): Promise<FoundFile> {
    const file = await findFile(this.database, id);
    if (!file) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    permittedReach(actor, 'dossier.read');
    const found = await findDossier(this.database, file.dossierId);
    if (!found) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    if (!owns(actor, { applicantRef: file.applicantRef, agencies: [] }))
      assertReach(actor, 'dossier.read', belongingOf(found));
    if (file.kind === 'result') assertMayCollect(actor, found.dossier);
    // Officers see what they have issued; whoever it is for sees that it is there, and what it costs to have it (R16).
    if (!processes(actor, found.dossier, found.agencies)) {
      assertPaid(file);
      if (file.kind === 'result') assertNothingHeldBack(found.dossier.otherDues);
    }
    return file;
  }
}
