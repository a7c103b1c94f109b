import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../http/auth.guard.js';
import { Requires } from '../auth/requires.decorator.js';
import { Database } from '../database/database.js';
import type { Answer } from '../database/answer.js';
import { Commands } from '../commands/commands.js';
import { decodeCursor, type Page, pageOf } from '../database/keyset.js';
import { PageQuery } from '../http/page.query.js';
import { IfMatch } from '../http/preconditions.js';
import { NoteRequest } from './note.request.fixture.js';
import type { Note } from './notes.fixture.js';
import { RENAME_NOTE } from './rename-note.fixture.js';
import { WRITE_NOTE } from './write-note.fixture.js';

/** The smallest service that has everything that the platform promises. */
@Controller('v1/notes')
export class NotesController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
  ) {}

  @Post()
  @Requires('dossier.submit')
  write(@Body() { title }: NoteRequest, @CurrentActor() { subject: actor }: Actor): Promise<Answer> {
    return this.commands.run(WRITE_NOTE, { title, actor });
  }

  @Post(':id/title')
  @Requires('dossier.submit')
  rename(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { title }: NoteRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer> {
    return this.commands.run(RENAME_NOTE, { id: Number(id), version, title, actor });
  }

  @Get()
  @Requires('dossier.read')
  async list(@Query() { cursor, limit }: PageQuery): Promise<Page<Note>> {
    const [after = 0] = decodeCursor(cursor, 1) ?? [];
    const rows = await this.database.query<Note>(
      'SELECT id, title, version FROM note WHERE id > $1 ORDER BY id LIMIT $2',
      [after, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      ({ id }) => [id],
      (note) => note,
    );
  }
}
