import { dayInVietnam } from '@motcua/kernel';
import { answerQuestion, type ProcedureState, type QuestionAnswer, versionOf } from '@motcua/catalogue-domain';
import { assertVersion, type CommandKind, created } from '@motcua/platform';
import { type VersionBody, versionView } from '../views/version.view.js';
import { PROCEDURE, type ProcedureChange } from './procedure-change.js';
import { knownProcedures } from './procedure-facts.js';

interface AnswerQuestion extends QuestionAnswer {
  readonly code: string;
  readonly version: number;
  readonly seen: number;
}

/** Answers in words what an import could not decide. */
export const ANSWER_QUESTION: CommandKind<AnswerQuestion, ProcedureState, ProcedureChange, VersionBody> = {
  aggregate: PROCEDURE,
  about: ({ code }) => `procedure/${code}`,
  facts: knownProcedures,
  decide: (before, { version, question, answer, actor, seen }, at) => {
    const draft = versionOf(before.procedure, version);
    assertVersion(draft.revision, seen);
    return { before, ...answerQuestion(before, draft, { question, answer, actor }, at), actor, at };
  },
  answer: ({ after: { procedure }, at }, _, { version: number }) => {
    const version = versionOf(procedure, number);
    return created(versionView(procedure, version, dayInVietnam(at)), { version: version.revision });
  },
};
