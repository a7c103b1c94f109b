import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { FileStore, Requires, sendFile } from '@motcua/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PortalDossierView } from './portal-dossier.view.js';
import { ReadDossier } from './read-dossier.js';

@Controller('v1/dossiers')
@ApiTags('from the portal')
@Requires('portal.read')
export class ReadDossiersController {
  constructor(
    private readonly dossiers: ReadDossier,
    private readonly store: FileStore,
  ) {}

  @Get(':portalCode')
  @ApiOperation({ summary: "A dossier, for the portal's own look-ups: where it stands here" })
  @ApiOkResponse({ type: PortalDossierView })
  show(@Param('portalCode') code: string): Promise<PortalDossierView> {
    return this.dossiers.view(code);
  }

  @Get(':portalCode/results/:sha256')
  @ApiOperation({ summary: 'The file of a result, as the record links to it' })
  @ApiProduces('application/pdf')
  async result(
    @Param('portalCode') code: string,
    @Param('sha256') sha256: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { size, mediaType, fileName } = await this.dossiers.result(code, sha256);
    await sendFile(request, reply, this.store, { sha256, size, mediaType, name: fileName });
  }
}
