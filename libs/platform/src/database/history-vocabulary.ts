import type { HistoryEntry } from './history.js';

/**
 * What a service's histories speak of: each kind of aggregate with what may happen to one, in the past tense:
 * `{ dossier: ['drafted', 'submitted'], … } as const satisfies HistoryVocabulary`.
 */
export type HistoryVocabulary = Readonly<Record<string, readonly string[]>>;

/** When and by whom, and what the line tells besides. */
interface EntryCircumstances {
  readonly at: Temporal.Instant;
  /** Subject of the token that acted, or `system:<reaction>`. */
  readonly actor: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Makes the lines of a service's histories: a kind or an action that its vocabulary does not know does not compile. */
export const historyOf =
  <const Vocabulary extends HistoryVocabulary>(_: Vocabulary) =>
  <Kind extends keyof Vocabulary & string>(
    kind: Kind,
    id: string,
    action: Vocabulary[Kind][number],
    { at, actor, detail = {} }: EntryCircumstances,
  ): HistoryEntry => ({ aggregate: `${kind}/${id}`, at, actor, action, detail });
