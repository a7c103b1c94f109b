import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Clock, CLOCK } from '@motcua/kernel';
import { type Actor, type Answer, Commands, created, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { type VersionBody, VersionView, versionView } from '../views/version.view.js';
import { PlainCode, ProcedureCode } from '../http/path-code.pipe.js';
import { VersionNumber } from '../http/version-number.pipe.js';
import { dayInVietnam } from '@motcua/catalogue-domain';
import { ProcedureStore } from '../persistence/procedure-store.js';
import { AnswerQuestion } from './answer-question.use-case.js';
import { AnswerRequest } from './answer.request.js';

@Controller('v1/procedures/:code/versions/:version/open-questions/:question/answer')
@ApiTags('imports')
export class AnswerQuestionController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(AnswerQuestion) private readonly answerQuestion: AnswerQuestion,
    @Inject(ProcedureStore) private readonly procedures: ProcedureStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(201)
  @Requires('procedure.write')
  @ApiOperation({ summary: 'Answers a question of an imported draft; the ETag seen is that of the version' })
  @ApiCreatedResponse({ type: VersionView })
  answer(
    @Param('code', ProcedureCode) code: string,
    @Param('version', VersionNumber) version: number,
    @Param('question', PlainCode) question: string,
    @IfMatch() seen: number,
    @Body() { answer }: AnswerRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<VersionBody>> {
    return this.commands.run(async (tx) => {
      const record = await this.answerQuestion.execute(tx, { code, version, question, answer, actor, seen });
      const procedure = await this.procedures.lockSeen(tx, code, undefined);
      return created(versionView(procedure, record, dayInVietnam(this.clock.now())), { version: record.revision });
    });
  }
}
