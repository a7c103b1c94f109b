import type { Fault } from '@motcua/kernel';
import type { QuestionCode } from '../procedure/open-question.js';

export const OUTCOMES = ['created', 'updated', 'unchanged', 'refused'] as const;
export type ImportOutcome = (typeof OUTCOMES)[number];

export interface ImportResult {
  /** Place of the item in the request, from 0. */
  readonly index: number;
  readonly code: string | null;
  readonly outcome: ImportOutcome;
  readonly version: number | null;
  readonly openQuestions: readonly QuestionCode[];
  readonly faults: readonly Fault[];
}

export const refused = (index: number, code: string | null, faults: readonly Fault[]): ImportResult => ({
  index,
  code,
  outcome: 'refused',
  version: null,
  openQuestions: [],
  faults,
});
