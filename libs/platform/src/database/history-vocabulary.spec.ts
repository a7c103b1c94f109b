import { historyOf, type HistoryVocabulary } from './history-vocabulary.js';

const HISTORY = { dossier: ['drafted', 'submitted'], order: ['placed'] } as const satisfies HistoryVocabulary;

describe('the vocabulary of histories', () => {
  const line = historyOf(HISTORY);
  const at = Temporal.Instant.from('2026-11-25T01:10:00Z');

  it('names the aggregate by its kind and its id', () => {
    expect(line('dossier', '7', 'submitted', { at, actor: 'clerk' })).toEqual({
      aggregate: 'dossier/7',
      at,
      actor: 'clerk',
      action: 'submitted',
      detail: {},
    });
  });

  it('does not compile with a kind, or an action of another kind, that it does not know', () => {
    // @ts-expect-error `case` is no kind
    line('case', '7', 'submitted', { at, actor: 'clerk' });
    // @ts-expect-error `placed` happens to orders
    line('dossier', '7', 'placed', { at, actor: 'clerk' });
    expect.assertions(0);
  });
});
