import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { CompletedTaskView } from '../../views/completed-task.view.js';
import { CLOSE_QUESTION } from './close-question.js';
import { CloseQuestionRequest } from './close-question.request.js';

@Controller('v1/tasks/:id/question-closure')
@ApiTags('tasks')
@Requires('case.work')
export class CloseQuestionController {
  constructor(private readonly commands: CaseCommands) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary:
      'Closes the question to an agency, with a reason: who asked, once its time has passed; silence counts as the process says. An officer’s own question at any time',
  })
  @ApiCreatedResponse({ type: CompletedTaskView })
  close(
    @Param('id', ParseUUIDPipe) taskId: string,
    @IfMatch() version: number,
    @Body() { reason }: CloseQuestionRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(CLOSE_QUESTION, { taskId, version, actor, scope: 'case.work', reason });
  }
}
