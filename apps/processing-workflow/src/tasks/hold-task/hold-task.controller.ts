import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { TaskDetailView } from '../../views/task-detail.view.js';
import { ASSIGN_TASK, CLAIM_TASK, RELEASE_TASK } from '../task-holding.js';
import { AssignTaskRequest } from './assign-task.request.js';

/** Claims, releases and assigns tasks. */
@Controller('v1/tasks/:id')
@ApiTags('tasks')
export class HoldTaskController {
  constructor(private readonly commands: CaseCommands) {}

  @Post('claim')
  @HttpCode(201)
  @ApiOperation({ summary: 'Claims an unheld task; the first claim starts the case' })
  @ApiCreatedResponse({ type: TaskDetailView })
  @Requires('case.work')
  claim(
    @Param('id', ParseUUIDPipe) taskId: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(CLAIM_TASK, { taskId, version, actor, scope: 'case.work' });
  }

  @Post('release')
  @HttpCode(201)
  @ApiOperation({ summary: 'Releases a task to the officers with its role' })
  @ApiCreatedResponse({ type: TaskDetailView })
  @Requires('case.work')
  release(
    @Param('id', ParseUUIDPipe) taskId: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(RELEASE_TASK, { taskId, version, actor, scope: 'case.work' });
  }

  @Post('assignment')
  @HttpCode(201)
  @ApiOperation({ summary: 'Assigns the task to an officer, in place of its current holder' })
  @ApiCreatedResponse({ type: TaskDetailView })
  @Requires('case.assign')
  assign(
    @Param('id', ParseUUIDPipe) taskId: string,
    @IfMatch() version: number,
    @Body() { assignee }: AssignTaskRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(ASSIGN_TASK, { taskId, version, actor, scope: 'case.assign', assignee });
  }
}
