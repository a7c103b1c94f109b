import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@motcua/platform';
import { CountTasks } from './count-tasks.js';
import { TaskCountsQuery } from './task-counts.query.js';
import { TaskCountsView } from './task-counts.view.js';

@Controller('v1/task-counts')
@ApiTags('tasks')
@Requires('case.read')
export class CountTasksController {
  constructor(private readonly counts: CountTasks) {}

  @Get()
  @ApiOperation({
    summary: 'Number of open, overdue and due-soon tasks; counting stops at 1000',
  })
  @ApiOkResponse({ type: TaskCountsView })
  show(@Query() query: TaskCountsQuery, @CurrentActor() actor: Actor): Promise<TaskCountsView> {
    return this.counts.of(actor, query);
  }
}
