import type { Localized } from '@motcua/kernel';

/** What kind of answer a question of an import wants. */
export type QuestionCode =
  | 'AGENCY_UNRESOLVED'
  | 'FEE_NOT_SET'
  | 'FIELD_UNKNOWN'
  | 'TERM_NOT_READ'
  | 'ONLINE_REASON_MISSING'
  | 'HEADLINE_ONLY'
  | 'LEVEL_UNCLEAR'
  | 'TERM_DIFFERS_BY_CHANNEL'
  | 'PAPERS_OF_VARIANT_UNCLEAR'
  | 'PAPERS_MISSING'
  | 'FEES_ARE_CASES'
  | 'NOT_READ'
  | 'CASES_CHANGED'
  | 'FEES_CHANGED';

/** Something that a draft leaves open. Nothing is announced while a question has no answer. */
export interface OpenQuestion {
  readonly id: string;
  readonly code: QuestionCode;
  /** Where in the draft, or in the tariff (`/tariff/lines/0/amount`). */
  readonly pointer: string;
  readonly question: Localized;
  readonly answer: { readonly text: string; readonly by: string; readonly at: string } | null;
}

/** How an import read something that could be read otherwise; nobody needs to answer. */
export interface ReadingNote {
  readonly code: string;
  readonly pointer: string;
  readonly note: Localized;
}

export const unanswered = (questions: readonly OpenQuestion[]): OpenQuestion[] =>
  questions.filter(({ answer }) => answer === null);
