import { ok } from '../database/answer.js';
import type { CommandKind } from '../database/command-kind.js';
import { sql } from '../database/sql.js';
import { assertVersion } from '../http/preconditions.js';
import { NOTE, type Note, type NoteChange, NOTES } from './notes.fixture.js';

export interface RenameNote {
  readonly id: number;
  /** As the caller saw it. */
  readonly version: number;
  readonly title: string;
  readonly actor: string;
}

export const RENAME_NOTE: CommandKind<RenameNote, Note, NoteChange, { readonly title: string }> = {
  aggregate: NOTE,
  about: ({ id }) => `note/${id}`,
  facts: async (queries, commands) => {
    const ids = commands.map(({ id }) => id);
    const found = await queries.query<Note>(
      sql`SELECT ${NOTES.columns()} FROM note WHERE id = ANY (${ids}) ORDER BY id FOR UPDATE ${queries.skipLocked}`,
    );
    const notes = new Map(found.map((note) => [note.id, note]));
    return ids.map((id) => notes.get(id));
  },
  decide: (before, { version, title, actor }, at) => {
    assertVersion(before.version, version);
    return { before, after: { ...before, title, version: before.version + 1 }, at, actor };
  },
  answer: ({ after: { title, version } }) => ok({ title }, { version }),
};
