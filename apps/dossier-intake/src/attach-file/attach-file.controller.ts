import { Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal, withOffset } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  created,
  CurrentActor,
  FilesConfig,
  FileStore,
  IfMatch,
  receiveUpload,
  Requires,
  ValidationPipe,
  type PlatformCode,
} from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { FileView } from '../dossier-view/file.view.js';
import { Dossiers } from '../persistence/dossiers.js';
import { AttachFileQuery } from './attach-file.query.js';
import { AttachFile, type Attached } from './attach-file.use-case.js';
import { RemoveFile } from './remove-file.use-case.js';
import { ReusePaperRequest } from './reuse-paper.request.js';

const answer = ({ file, version }: Attached): Answer =>
  created({ ...file, uploadedAt: withOffset(Temporal.Instant.from(file.uploadedAt)) }, { version });

@Controller('v1/dossiers')
@ApiTags('files')
@Requires('dossier.submit')
export class AttachFileController {
  private readonly validation = new ValidationPipe();

  constructor(
    private readonly commands: Commands,
    private readonly attachFile: AttachFile,
    private readonly removeFile: RemoveFile,
    private readonly dossiers: Dossiers,
    private readonly store: FileStore,
    private readonly config: FilesConfig,
  ) {}

  @Post(':id/files')
  @HttpCode(201)
  @ApiOperation({
    summary:
      "Attaches one file as a component: an upload, streamed, or JSON that names a paper of the caller's own store. Raises the dossier's ETag by one",
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
  ): Promise<Answer> {
    if (!request.isMultipart()) return this.reuse(id, actor, request.body);
    if (component === undefined) throw missingComponentParameter();
    // Before anything is streamed: a stranger's upload is not taken in at all.
    await this.dossiers.see(id, actor, 'dossier.submit');
    const upload = await receiveUpload(request, this.store, this.config);
    try {
      return await this.commands.run(
        async (tx) => {
          const attached = await this.attachFile.attach(tx, id, component, upload, actor);
          await upload.keep();
          return answer(attached);
        },
        { sha256: upload.sha256, name: upload.name },
      );
    } finally {
      await upload.discard();
    }
  }

  @Delete(':id/files/:fileId')
  @ApiOperation({ summary: 'Takes a file out of a draft' })
  @ApiNoContentResponse({ description: "The dossier's new ETag is in the header" })
  remove(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @IfMatch() seen: number,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(async (tx) => {
      const version = await this.removeFile.execute(tx, id, fileId, seen, actor);
      return { status: 204, headers: { etag: `"${version}"` }, body: null };
    });
  }

  private async reuse(id: string, actor: Actor, body: unknown): Promise<Answer> {
    const { component, fromStore } = (await this.validation.transform(body, {
      type: 'body',
      metatype: ReusePaperRequest,
    })) as ReusePaperRequest;
    return this.commands.run(async (tx) => answer(await this.attachFile.reuse(tx, id, component, fromStore, actor)));
  }
}

const missingComponentParameter = (): Refusal<PlatformCode> =>
  new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [
    {
      pointer: '/component',
      code: 'IS_DEFINED',
      detail: {
        vi: 'Thiếu tham số component: mã thành phần hồ sơ.',
        en: 'The parameter component, the code of the document component, is missing.',
      },
    },
  ]);
