import type { Aggregate } from '../database/command-kind.js';
import { historyOf, type HistoryVocabulary } from '../database/history-vocabulary.js';
import { type RowChange, rowTable } from '../database/row-table.js';
import { NoteWrittenFixture } from './note-written.fixture.js';

export const NOTE_HISTORY = { note: ['written', 'renamed'] } as const satisfies HistoryVocabulary;

const line = historyOf(NOTE_HISTORY);

export interface Note {
  readonly id: number;
  readonly title: string;
  readonly version: number;
}

export const NOTES = rowTable<Note>('note', { id: 'key', title: 'plain', version: 'plain' });

/** What became of a note: all that is written of it and told about it follows from this. */
export interface NoteChange extends RowChange<Note> {
  readonly at: Temporal.Instant;
  readonly actor: string;
}

export const NOTE: Aggregate<NoteChange> = {
  save: async (queries, changes) => {
    await NOTES.save(queries, changes);
    return undefined;
  },
  events: ({ before, after, at }) =>
    before ? [] : [{ contract: NoteWrittenFixture, key: String(after.id), data: { title: after.title }, time: at }],
  history: ({ before, after, at, actor }) => [
    line('note', String(after.id), before ? 'renamed' : 'written', { at, actor, detail: { title: after.title } }),
  ],
};
