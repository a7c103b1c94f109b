import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { CompletedTaskView } from '../../views/completed-task.view.js';
import { RECALL_TASK } from './recall-task.js';
import { RecallTaskRequest } from './recall-task.request.js';

@Controller('v1/tasks/:id/recall')
@ApiTags('tasks')
@Requires('case.work')
export class RecallTaskController {
  constructor(private readonly commands: CaseCommands) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary:
      'Recalls a task, with a reason: the officer who sent it, until it is claimed; a leader of the competent agency, also after that if it was handed over',
  })
  @ApiCreatedResponse({ type: CompletedTaskView })
  recall(
    @Param('id', ParseUUIDPipe) taskId: string,
    @IfMatch() version: number,
    @Body() { reason }: RecallTaskRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(RECALL_TASK, { taskId, version, actor, scope: 'case.work', reason });
  }
}
