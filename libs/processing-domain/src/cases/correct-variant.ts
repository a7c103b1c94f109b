import type { Decided } from './case-fact.js';
import type { CaseState } from './case-state.js';

/** The case is of the variant that its dossier was corrected to: no term moves with it. @rule R14 */
export const correctVariant = (state: CaseState, variant: string): Decided => ({
  state: { ...state, terms: { ...state.terms, variant } },
  facts: [],
});
