import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, type Page, Requires } from '@motcua/platform';
import type { OfficerWorkloadView } from './officer-workload.view.js';
import { Workload } from './workload.js';
import { WorkloadPage } from './workload.page.js';
import { WorkloadQuery } from './workload.query.js';

@Controller('v1/workload')
@ApiTags('tasks')
@Requires('case.assign')
export class WorkloadController {
  constructor(private readonly workload: Workload) {}

  @Get()
  @ApiOperation({
    summary: 'Workload per officer of an agency and its sub-agencies: open tasks, and tasks completed in a period',
  })
  @ApiOkResponse({ type: WorkloadPage })
  show(@Query() query: WorkloadQuery, @CurrentActor() actor: Actor): Promise<Page<OfficerWorkloadView>> {
    return this.workload.of(actor, query);
  }
}
