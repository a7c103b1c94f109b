import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import {
  type Actor,
  type Answer,
  CurrentActor,
  FilesConfig,
  FileStore,
  OrdinalPipe,
  type Page,
  PageOf,
  PageQuery,
  receiveUpload,
  Requires,
  SealingConfig,
  sealText,
  sendFile,
} from '@motcua/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CaseReader } from '../../access/case-reader.js';
import { CaseCommands } from '../../change/case-commands.js';
import { ADD_NOTE_FILE } from './add-note-file.js';
import { NoteRequest } from './note.request.js';
import { NoteFileView } from './note-file.view.js';
import { NoteView } from './note.view.js';
import { ReadNotes } from './read-notes.js';
import { WRITE_NOTE } from './write-note.js';

/** Notes and opinions of officers about a case: for those who work on it, never for the applicant. */
@Controller('v1/cases/:dossierId/notes')
@ApiTags('notes')
@Requires('case.work')
export class NotesController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly cases: CaseReader,
    private readonly notes: ReadNotes,
    private readonly store: FileStore,
    private readonly config: FilesConfig,
    private readonly sealing: SealingConfig,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary: "Writes a note, or corrects one's own by a further one; no note is ever changed, no clock stops",
  })
  @ApiCreatedResponse({ type: NoteView })
  write(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Body() { text, corrects }: NoteRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    const note = { text, sealed: sealText(this.sealing.sealingKey, text), corrects: corrects ?? null };
    return this.commands.run(WRITE_NOTE, { dossierId, actor, scope: 'case.work', ...note });
  }

  @Get()
  @ApiOperation({ summary: 'Lists the notes of a case with their files, the newest first' })
  @ApiOkResponse({ type: PageOf(NoteView) })
  async list(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<NoteView>> {
    await this.cases.find(actor, dossierId, 0, 'case.work');
    return this.notes.page(dossierId, query);
  }

  @Post(':n/files')
  @HttpCode(201)
  @ApiOperation({ summary: "Adds a file to one's own note: of the kinds that papers are, ten at most" })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @ApiCreatedResponse({ type: NoteFileView })
  async attach(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Param('n', OrdinalPipe) note: number,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    // A stranger sends nothing into the store.
    await this.cases.find(actor, dossierId, 0, 'case.work');
    const file = await receiveUpload(request, this.store, this.config);
    try {
      // Into the store before any row is locked: a store that hangs holds up nobody else.
      await file.store();
      const sealedName = sealText(this.sealing.sealingKey, file.name);
      const command = { dossierId, note, actor, scope: 'case.work', file, sealedName } as const;
      return await this.commands.run(ADD_NOTE_FILE, command, file.sha256);
    } finally {
      await file.discard();
    }
  }

  @Get(':n/files/:file/content')
  @ApiOperation({ summary: "Content of a note's file; ranges, the ETag is its hash" })
  @ApiProduces('application/octet-stream')
  async content(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Param('n', OrdinalPipe) note: number,
    @Param('file', OrdinalPipe) n: number,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.cases.find(actor, dossierId, 0, 'case.work');
    await sendFile(request, reply, this.store, await this.notes.file(dossierId, note, n));
  }
}
