import type { Language, Refusal } from '@motcua/kernel';
import { ListOf, problemErrors, Text, Whole } from '@motcua/platform';
import { DecidedDifferenceView } from './decided-difference.view.js';

/** What became of one of several differences. */
export type DecidedDifference = { readonly procedure: string } & (
  | { readonly outcome: 'taken' | 'dismissed'; readonly draftVersion: number | null }
  | { readonly outcome: 'refused'; readonly refusal: Refusal<string> }
);

export class DecidedDifferencesView {
  @Whole({ description: 'Differences that were taken or dismissed' }) readonly decided!: number;
  @Whole({ description: 'Differences that stay open, each with its reason' }) readonly refused!: number;
  @ListOf(() => DecidedDifferenceView, { description: 'One result per difference, in the order of the request' })
  readonly items!: readonly DecidedDifferenceView[];
  @Text({ nullable: true, description: 'Send it as `after` for those that the filter finds behind these' })
  readonly next!: string | null;
}

export function decidedDifferencesView(
  results: readonly DecidedDifference[],
  next: string | null,
  language: Language,
): DecidedDifferencesView {
  const items = results.map((one): DecidedDifferenceView => {
    const { procedure, outcome } = one;
    if (one.outcome !== 'refused')
      return { procedure, outcome, draftVersion: one.draftVersion, code: null, detail: null, errors: [] };
    const { code, detail, faults } = one.refusal;
    const errors = problemErrors(faults, language) ?? [];
    return { procedure, outcome, draftVersion: null, code, detail: detail?.[language] ?? null, errors };
  });
  const refused = items.filter(({ outcome }) => outcome === 'refused').length;
  return { decided: items.length - refused, refused, items, next };
}
