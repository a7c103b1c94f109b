import { withOffset } from '@motcua/kernel';
import type { OpenQuestion, QuestionCode } from '../procedure/open-question.js';
import type { VersionDefinition } from '../procedure/version-definition.js';
import type { TariffLine } from '../set-tariff/tariff-store.js';

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

/** The questions after the draft or the tariff has changed; the same list where none was answered thereby. */
export function answeredByData(
  questions: readonly OpenQuestion[],
  definition: VersionDefinition,
  tariff: readonly TariffLine[] | undefined,
  { by, at }: { readonly by: string; readonly at: Temporal.Instant },
): readonly OpenQuestion[] {
  let changed = false;
  const after = questions.map((question) => {
    if (question.answer !== null || !ANSWERED_BY_DATA[question.code]?.(definition, tariff)) return question;
    changed = true;
    return { ...question, answer: { text: 'given', by, at: withOffset(at) } };
  });
  return changed ? after : questions;
}
