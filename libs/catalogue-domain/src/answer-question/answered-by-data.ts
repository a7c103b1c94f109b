import { withOffset } from '@motcua/kernel';
import type { OpenQuestion, QuestionCode } from '../procedure/open-question.js';
import type { VersionDefinition } from '../procedure/version-definition.js';
import type { TariffLine } from '../set-tariff/tariff.js';

type Answered = (definition: VersionDefinition, tariff: readonly TariffLine[] | undefined) => boolean;

const hasVariants = ({ variants }: VersionDefinition): boolean =>
  variants.length > 0 && variants.every(({ term }) => term !== null);

/** The questions that are answered by giving what is missing, and by nothing said about it. */
export const ANSWERED_BY_DATA: Readonly<Partial<Record<QuestionCode, Answered>>> = {
  AGENCY_UNRESOLVED: ({ competentAgencies, competentLevel }) =>
    (competentAgencies?.length ?? 0) > 0 || competentLevel !== null,
  FIELD_UNKNOWN: ({ field }) => field.code !== null,
  TERM_NOT_READ: hasVariants,
  HEADLINE_ONLY: hasVariants,
  ONLINE_REASON_MISSING: ({ onlineLevel, onlineLevelReason }) =>
    onlineLevel !== 'partial' || onlineLevelReason !== null,
  FEE_NOT_SET: (_, tariff) => tariff !== undefined && tariff.every(({ amount }) => amount !== null),
};

export const FEE_QUESTIONS: readonly QuestionCode[] = ['FEE_NOT_SET'];
export const DRAFT_QUESTIONS: readonly QuestionCode[] = [
  'AGENCY_UNRESOLVED',
  'FIELD_UNKNOWN',
  'TERM_NOT_READ',
  'HEADLINE_ONLY',
  'ONLINE_REASON_MISSING',
  'FEE_NOT_SET',
];

/**
 * The questions after the draft or the tariff was written; the same list where none was answered thereby. `among`: the
 * questions that what was written can answer at all.
 */
export function answeredByData(
  among: readonly QuestionCode[],
  questions: readonly OpenQuestion[],
  definition: VersionDefinition,
  tariff: readonly TariffLine[] | undefined,
  { by, at }: { readonly by: string; readonly at: Temporal.Instant },
): readonly OpenQuestion[] {
  const isAnsweredNow = ({ answer, code }: OpenQuestion): boolean =>
    answer === null && among.includes(code) && ANSWERED_BY_DATA[code]?.(definition, tariff) === true;
  if (!questions.some(isAnsweredNow)) return questions;
  const answer = { text: 'given', by, at: withOffset(at) };
  return questions.map((question) => (isAnsweredNow(question) ? { ...question, answer } : question));
}
