import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { assignTask, claimTask, releaseTask } from '@motcua/processing-domain';
import { assertRole } from '../access/case-access.js';
import { TaskDetailView } from '../views/task-detail.view.js';
import { AssignTaskRequest } from './assign-task.request.js';
import { Assignees } from './assignees.js';
import { ChangeTask } from './change-task.js';

/** Who holds a task. Two officers may want it at once: one wins, the other reads who. */
@Controller('v1/tasks/:id')
@ApiTags('tasks')
export class HoldTaskController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    private readonly tasks: ChangeTask,
    private readonly assignees: Assignees,
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
    return this.commands.run(async (tx) => {
      const inHand = await this.tasks.take(tx, { taskId, version, actor, scope: 'case.work' });
      assertRole(actor, inHand.task.role);
      return this.tasks.save(tx, inHand, claimTask(inHand.stored.state, taskId, inHand.officer, inHand.now), 'claim');
    });
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
    return this.commands.run(async (tx) => {
      const inHand = await this.tasks.take(tx, { taskId, version, actor, scope: 'case.work' });
      return this.tasks.save(tx, inHand, releaseTask(inHand.stored.state, taskId, inHand.officer), 'release');
    });
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
    return this.commands.run(async (tx) => {
      const inHand = await this.tasks.take(tx, { taskId, version, actor, scope: 'case.assign' });
      const officer = await this.assignees.eligible(tx, assignee, inHand.task, inHand.now, '/assignee');
      return this.tasks.save(tx, inHand, assignTask(inHand.stored.state, taskId, officer, inHand.now), 'assign');
    });
  }
}
