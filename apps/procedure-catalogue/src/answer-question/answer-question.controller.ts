import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { ANSWER_QUESTION } from '../changes/answer-question.js';
import { PlainCode, ProcedureCode } from '../http/path-code.pipe.js';
import { VersionNumber } from '../http/version-number.pipe.js';
import { type VersionBody, VersionView } from '../views/version.view.js';
import { AnswerRequest } from './answer.request.js';

@Controller('v1/procedures/:code/versions/:version/open-questions/:question/answer')
@ApiTags('imports')
export class AnswerQuestionController {
  constructor(private readonly commands: Commands) {}

  @Post()
  @HttpCode(201)
  @Requires('procedure.write')
  @ApiOperation({ summary: 'Answers a question of an imported draft; send the ETag of the version' })
  @ApiCreatedResponse({ type: VersionView })
  answer(
    @Param('code', ProcedureCode) code: string,
    @Param('version', VersionNumber) version: number,
    @Param('question', PlainCode) question: string,
    @IfMatch() seen: number,
    @Body() { answer }: AnswerRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<VersionBody>> {
    return this.commands.run(ANSWER_QUESTION, { code, version, question, answer, actor, seen });
  }
}
