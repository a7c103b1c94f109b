import { newId, Refusal } from '@motcua/kernel';
import { created } from '../database/answer.js';
import type { CommandKind } from '../database/command-kind.js';
import { sql } from '../database/sql.js';
import { NOTE, type Note, type NoteChange } from './notes.fixture.js';

export interface WriteNote {
  readonly title: string;
  readonly actor: string;
}

/** Nothing is there to be locked: the facts are the numbers of the new notes. */
export const WRITE_NOTE: CommandKind<WriteNote, number, NoteChange, Note> = {
  aggregate: NOTE,
  about: () => `note/${newId()}`,
  facts: async (queries, { length }) => {
    const ids = sql`SELECT nextval(pg_get_serial_sequence('note', 'id')) AS id FROM generate_series(1, ${length}::int)`;
    return (await queries.query<{ id: number }>(ids)).map(({ id }) => id);
  },
  decide: (id, { title, actor }, at) => {
    if (title === 'refuse me') throw new Refusal<'NOTE.REFUSED'>('NOTE.REFUSED', { title });
    if (title === 'break me') throw new TypeError('a fault of the programmer');
    return { before: null, after: { id, title, version: 1 }, at, actor };
  },
  answer: ({ after }) => created(after, { version: after.version, location: `/notebook/v1/notes/${after.id}` }),
};
