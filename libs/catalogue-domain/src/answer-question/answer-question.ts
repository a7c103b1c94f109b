import { Refusal, withOffset } from '@motcua/kernel';
import type { VersionRecord } from '../procedure/procedure-record.js';
import { type ProcedureDecision, type ProcedureState, withVersion } from '../procedure/procedure-state.js';
import type { CatalogueRefusalCode } from '../refusal-codes.js';
import { ANSWERED_BY_DATA } from './answered-by-data.js';

export interface QuestionAnswer {
  readonly question: string;
  readonly answer: string;
  readonly actor: string;
}

/**
 * Answers in words what an import could not decide. A question that needs data (an agency, a fee) is answered by giving the
 * data. Refused with `QUESTION.UNKNOWN`, `QUESTION.ANSWERED`, `QUESTION.WANTS_DATA`.
 */
export function answerQuestion(
  { procedure, tariff }: ProcedureState,
  draft: VersionRecord,
  { question: id, answer, actor }: QuestionAnswer,
  now: Temporal.Instant,
): ProcedureDecision {
  const question = draft.openQuestions.find((one) => one.id === id);
  if (!question) {
    const known = draft.openQuestions.map((one) => one.id);
    throw new Refusal<CatalogueRefusalCode>('QUESTION.UNKNOWN', { question: id, known });
  }
  if (question.answer) throw new Refusal<CatalogueRefusalCode>('QUESTION.ANSWERED', { question: id });
  if (question.code in ANSWERED_BY_DATA) {
    const { pointer, question: detail } = question;
    throw new Refusal<CatalogueRefusalCode>('QUESTION.WANTS_DATA', { question: id, pointer }, [], detail);
  }
  const answered = { ...question, answer: { text: answer, by: actor, at: withOffset(now) } };
  const openQuestions = draft.openQuestions.map((one) => (one.id === id ? answered : one));
  const version: VersionRecord = { ...draft, openQuestions, revision: draft.revision + 1 };
  return {
    after: { procedure: withVersion(procedure, version), tariff },
    facts: [{ type: 'questionAnswered', version: draft.version, question: question.code, answer }],
  };
}
