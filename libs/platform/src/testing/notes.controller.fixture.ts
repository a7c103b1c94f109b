import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { Refusal, systemClock } from '@motcua/kernel';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../http/auth.guard.js';
import { Requires } from '../auth/requires.decorator.js';
import { Database } from '../database/database.js';
import { type Answer, created, ok } from '../database/answer.js';
import { Commands } from '../http/commands.js';
import { decodeCursor, type Page, pageOf } from '../database/keyset.js';
import { PageQuery } from '../http/page.query.js';
import { assertVersion, IfMatch } from '../http/preconditions.js';
import { NoteWrittenFixture } from './note-written.fixture.js';
import { NoteRequest } from './note.request.fixture.js';

interface Note {
  readonly id: number;
  readonly title: string;
  readonly version: number;
}

/** The smallest service that has everything that the platform promises. */
@Controller('v1/notes')
export class NotesController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Post()
  @Requires('dossier.submit')
  write(@Body() { title }: NoteRequest, @CurrentActor() { subject }: Actor): Promise<Answer> {
    return this.commands.run(async (tx) => {
      const [note] = await tx.query<Note>('INSERT INTO note (title) VALUES ($1) RETURNING id, title, version', [title]);
      const key = String(note!.id);
      const at = systemClock.now();
      tx.publish({ contract: NoteWrittenFixture, key, data: { title }, time: at });
      tx.record({ aggregate: key, at, actor: subject, action: 'write', detail: { title } });
      // After everything was said: what follows must leave nothing behind.
      if (title === 'refuse me') throw new Refusal('NOTE.REFUSED', { title });
      if (title === 'break me') throw new TypeError('a fault of the programmer');
      return created(note, { version: 1, location: `/notebook/v1/notes/${key}` });
    });
  }

  @Post(':id/title')
  @Requires('dossier.submit')
  rename(@Param('id') id: string, @IfMatch() version: number, @Body() { title }: NoteRequest): Promise<Answer> {
    return this.commands.run(async (tx) => {
      const [note] = await tx.query<Note>('SELECT id, title, version FROM note WHERE id = $1 FOR UPDATE', [Number(id)]);
      assertVersion(note?.version, version);
      await tx.query('UPDATE note SET title = $2, version = version + 1 WHERE id = $1', [Number(id), title]);
      return ok({ title }, { version: version + 1 });
    });
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
