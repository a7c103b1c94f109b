import { Controller, Delete, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { newId, Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  CurrentActor,
  FilesConfig,
  FileStore,
  IfMatch,
  languageOf,
  receiveUpload,
  Requires,
  ValidationPipe,
  type PlatformCode,
} from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { Dossiers } from '../change/dossiers.js';
import { FileView } from '../dossier-view/file.view.js';
import { assertAttachable, ATTACH_FILE } from './attach-file.js';
import { AttachFileQuery } from './attach-file.query.js';
import { REMOVE_FILE } from './remove-file.js';
import { REUSE_PAPER } from './reuse-paper.js';
import { ReusePaperRequest } from './reuse-paper.request.js';

@Controller('v1/dossiers')
@ApiTags('files')
@Requires('dossier.submit')
export class AttachFileController {
  private readonly validation = new ValidationPipe();

  constructor(
    private readonly dossiers: Dossiers,
    private readonly store: FileStore,
    private readonly config: FilesConfig,
  ) {}

  @Post(':id/files')
  @HttpCode(201)
  @ApiOperation({
    summary:
      "Attaches one file as a component: a multipart upload, or JSON that names a paper of the caller's own store. The dossier's ETag rises by one",
  })
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody({
    schema: {
      type: 'object',
      properties: {
        file: { type: 'string', format: 'binary' },
        fromStore: { type: 'string', format: 'uuid' },
        component: { type: 'string' },
      },
    },
  })
  @ApiCreatedResponse({ type: FileView })
  async attach(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { component }: AttachFileQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const common = { id, fileId: newId(), version: null, actor, language: languageOf(language) };
    if (!request.isMultipart()) {
      const { component: reusedFor, fromStore } = await this.reused(request.body);
      return this.dossiers.run(REUSE_PAPER, { ...common, component: reusedFor, fromStore });
    }
    if (component === undefined) throw missingComponentParameter();
    // Before anything is streamed: a stranger's upload is not taken in at all.
    await this.dossiers.see(id, actor, 'dossier.submit');
    const upload = await receiveUpload(request, this.store, this.config);
    try {
      // Into the store before any row is locked: a store that hangs holds up nobody else. What is refused is not stored.
      const stored = await this.dossiers.wouldAllow(id, (facts) => assertAttachable(facts, component));
      if (stored) await upload.store();
      const { sha256, size, mediaType, name } = upload;
      const content = { sha256, size, mediaType, name };
      return await this.dossiers.run(ATTACH_FILE, { ...common, component, content, stored }, { sha256, name });
    } finally {
      await upload.discard();
    }
  }

  @Delete(':id/files/:fileId')
  @ApiOperation({ summary: 'Removes a file from a draft, or from a supplement that is not completed yet' })
  @ApiNoContentResponse({ description: "The dossier's new ETag is in the header" })
  remove(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @IfMatch() seen: number,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.dossiers.run(REMOVE_FILE, { id, fileId, version: seen, actor, language: languageOf(undefined) });
  }

  private async reused(body: unknown): Promise<ReusePaperRequest> {
    return (await this.validation.transform(body, { type: 'body', metatype: ReusePaperRequest })) as ReusePaperRequest;
  }
}

const missingComponentParameter = (): Refusal<PlatformCode> =>
  new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [
    {
      pointer: '/component',
      code: 'IS_DEFINED',
      detail: {
        vi: 'Thiếu tham số component: mã thành phần hồ sơ.',
        en: 'Query parameter `component` (a document component code) is required.',
      },
    },
  ]);
