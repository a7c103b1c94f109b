import { Inject, Injectable } from '@nestjs/common';
import { type Clock, CLOCK, Refusal, withOffset } from '@motcua/kernel';
import { assertVersion, type Tx } from '@motcua/platform';
import { HeadlineStore } from '../persistence/headline-store.js';
import { type VersionRecord, ANSWERED_BY_DATA } from '@motcua/catalogue-domain';
import { ProcedureStore, versionOf } from '../persistence/procedure-store.js';
import type { CatalogueCode } from '../problems.js';

export interface AnswerQuestionCommand {
  readonly code: string;
  readonly version: number;
  readonly question: string;
  readonly answer: string;
  readonly actor: string;
  readonly seen: number;
}

/** Answers in words what an import could not decide. What wants data (an agency, a fee) is answered by giving the data. */
@Injectable()
export class AnswerQuestion {
  constructor(
    @Inject(ProcedureStore) private readonly procedures: ProcedureStore,
    @Inject(HeadlineStore) private readonly headlines: HeadlineStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal QUESTION.UNKNOWN, QUESTION.ANSWERED, QUESTION.WANTS_DATA, PROCEDURE.UNKNOWN, RESOURCE.CHANGED */
  async execute(
    tx: Tx,
    { code, version: number, question: id, answer, actor, seen }: AnswerQuestionCommand,
  ): Promise<VersionRecord> {
    const draft = versionOf(await this.procedures.lockSeen(tx, code, undefined), number);
    assertVersion(draft.revision, seen);
    const question = draft.openQuestions.find((one) => one.id === id);
    if (!question)
      throw new Refusal<CatalogueCode>('QUESTION.UNKNOWN', {
        question: id,
        known: draft.openQuestions.map((one) => one.id),
      });
    if (question.answer) throw new Refusal<CatalogueCode>('QUESTION.ANSWERED', { question: id });
    if (question.code in ANSWERED_BY_DATA)
      throw new Refusal<CatalogueCode>(
        'QUESTION.WANTS_DATA',
        { question: id, pointer: question.pointer },
        [],
        question.question,
      );
    const time = this.clock.now();
    const answered = { ...question, answer: { text: answer, by: actor, at: withOffset(time) } };
    const version: VersionRecord = {
      ...draft,
      openQuestions: draft.openQuestions.map((one) => (one.id === id ? answered : one)),
      revision: draft.revision + 1,
    };
    await this.procedures.saveVersion(tx, code, version);
    await this.headlines.refresh(tx, code);
    tx.record({
      aggregate: `procedure:${code}`,
      at: time,
      actor,
      action: 'question-answered',
      detail: { version: number, question: question.code, answer },
    });
    return version;
  }
}
