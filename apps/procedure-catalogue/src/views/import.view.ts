import type { Language } from '@motcua/kernel';
import { Flag, ListOf, Nested, problemErrors } from '@motcua/platform';
import { ImportCountsView } from './import-counts.view.js';
import { ImportItemView } from './import-item.view.js';
import type { ImportOutcome, ImportResult } from '@motcua/catalogue-domain';

export class ImportView {
  @Flag()
  readonly dryRun!: boolean;

  @Nested(() => ImportCountsView)
  readonly counts!: ImportCountsView;

  @ListOf(() => ImportItemView, { description: 'One result per item, in the order of the request' })
  readonly items!: readonly ImportItemView[];
}

export function importView(results: readonly ImportResult[], dryRun: boolean, language: Language): ImportView {
  const count = (outcome: ImportOutcome): number => results.filter((result) => result.outcome === outcome).length;
  return {
    dryRun,
    counts: {
      created: count('created'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      refused: count('refused'),
    },
    items: results.map(({ faults, ...result }) => ({ ...result, errors: problemErrors(faults, language) ?? [] })),
  };
}
