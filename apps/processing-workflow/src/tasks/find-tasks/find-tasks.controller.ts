import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, type Page, Requires, PageOf } from '@motcua/platform';
import { TaskView } from '../../views/task.view.js';
import { FindTasks } from '../../work-list/find-tasks.js';
import { FindTasksQuery } from './find-tasks.query.js';

@Controller('v1/tasks')
@ApiTags('tasks')
@Requires('case.read')
export class FindTasksController {
  constructor(private readonly tasks: FindTasks) {}

  @Get()
  @ApiOperation({ summary: "The officer's work list: open tasks, the one due first at the top" })
  @ApiOkResponse({ type: PageOf(TaskView) })
  find(@Query() query: FindTasksQuery, @CurrentActor() actor: Actor): Promise<Page<TaskView>> {
    return this.tasks.find(actor, query);
  }
}
