import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { CompleteTasks } from './complete-task.use-case.js';
import { CompleteTaskRequest } from './complete-task.request.js';
import { CompletedTaskView } from '../../views/completed-task.view.js';

@Controller('v1/tasks/:id/completion')
@ApiTags('tasks')
@Requires('case.work')
export class CompleteTaskController {
  constructor(private readonly tasks: CompleteTasks) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary: 'Completes a task that the officer holds; its outcome chooses the next step or completes the case',
  })
  @ApiCreatedResponse({ type: CompletedTaskView })
  complete(
    @Param('id', ParseUUIDPipe) taskId: string,
    @IfMatch() version: number,
    @Body() body: CompleteTaskRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.tasks.execute({ taskId, version, actor, scope: 'case.work', asked: body });
  }
}
