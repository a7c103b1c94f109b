import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { TaskDetailView } from '../../views/task-detail.view.js';
import { AssignTaskRequest } from './assign-task.request.js';
import { HoldTask } from './hold-task.use-case.js';

/** Who holds a task. Two officers may want it at once: one wins, the other reads who. */
@Controller('v1/tasks/:id')
@ApiTags('tasks')
export class HoldTaskController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    private readonly tasks: HoldTask,
  ) {}

  @Post('claim')
  @HttpCode(201)
  @ApiOperation({ summary: 'Takes a task that nobody holds; the first one of a case starts it' })
  @ApiCreatedResponse({ type: TaskDetailView })
  @Requires('case.work')
  claim(
    @Param('id', ParseUUIDPipe) taskId: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run((tx) => this.tasks.claim(tx, { taskId, version, actor, scope: 'case.work' }));
  }

  @Post('release')
  @HttpCode(201)
  @ApiOperation({ summary: 'Gives a task back to whoever has its role' })
  @ApiCreatedResponse({ type: TaskDetailView })
  @Requires('case.work')
  release(
    @Param('id', ParseUUIDPipe) taskId: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run((tx) => this.tasks.release(tx, { taskId, version, actor, scope: 'case.work' }));
  }

  @Post('assignment')
  @HttpCode(201)
  @ApiOperation({ summary: 'A leader says who holds the task, whoever held it before' })
  @ApiCreatedResponse({ type: TaskDetailView })
  @Requires('case.assign')
  assign(
    @Param('id', ParseUUIDPipe) taskId: string,
    @IfMatch() version: number,
    @Body() { assignee }: AssignTaskRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run((tx) => this.tasks.assign(tx, { taskId, version, actor, scope: 'case.assign' }, assignee));
  }
}
