import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, type Page, PageOf, Requires } from '@motcua/platform';
import { UnstaffedStepView } from './unstaffed-step.view.js';
import { UnstaffedSteps } from './unstaffed-steps.js';
import { UnstaffedStepsQuery } from './unstaffed-steps.query.js';

@Controller('v1/unstaffed-steps')
@ApiTags('tasks')
@Requires('case.assign')
export class UnstaffedStepsController {
  constructor(private readonly steps: UnstaffedSteps) {}

  @Get()
  @ApiOperation({ summary: 'Agencies and roles with waiting tasks for which the register has no officer today' })
  @ApiOkResponse({ type: PageOf(UnstaffedStepView) })
  show(@Query() query: UnstaffedStepsQuery, @CurrentActor() actor: Actor): Promise<Page<UnstaffedStepView>> {
    return this.steps.of(actor, query);
  }
}
