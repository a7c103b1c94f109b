import { newId } from '@motcua/kernel';
import { type Aggregate, type CommandKind, ok } from '@motcua/platform';
import { BenchNoteV1, noteOf } from './bench-note.v1.js';

interface ToldNote {
  readonly key: string;
  readonly n: number;
  readonly at: Temporal.Instant;
}

/** No state: what is measured begins at the commit. */
const NOTE: Aggregate<ToldNote> = {
  save: () => Promise.resolve(undefined),
  events: ({ key, n, at }) => [{ contract: BenchNoteV1, key, data: noteOf(n), time: at }],
  history: ({ n, at }) => [{ aggregate: `note/${n}-${newId()}`, at, actor: 'bench', action: 'told', detail: {} }],
};

export const TELL_NOTE: CommandKind<{ readonly n: number; readonly key: string }, true, ToldNote, null> = {
  aggregate: NOTE,
  about: ({ n }) => `note/${n}`,
  facts: (_, commands) => Promise.resolve(commands.map(() => true)),
  decide: (_, command, at) => ({ ...command, at }),
  answer: () => ok(null),
};
