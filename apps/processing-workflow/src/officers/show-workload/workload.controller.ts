import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, type Page, Requires, PageOf } from '@motcua/platform';
import { OfficerWorkloadView } from './officer-workload.view.js';
import { Workload } from './workload.js';
import { WorkloadQuery } from './workload.query.js';

@Controller('v1/workload')
@ApiTags('tasks')
@Requires('case.assign')
export class WorkloadController {
  constructor(private readonly workload: Workload) {}

  @Get()
  @ApiOperation({ summary: 'Open and completed tasks of each officer of an agency and its sub-agencies' })
  @ApiOkResponse({ type: PageOf(OfficerWorkloadView) })
  show(@Query() query: WorkloadQuery, @CurrentActor() actor: Actor): Promise<Page<OfficerWorkloadView>> {
    return this.workload.of(actor, query);
  }
}
