import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { TaskDetailView } from '../../views/task-detail.view.js';
import { HAND_OVER } from './hand-over.js';
import { HandOverRequest } from './hand-over.request.js';

@Controller('v1/tasks/:id/hand-over')
@ApiTags('tasks')
@Requires('case.work')
export class HandOverController {
  constructor(private readonly commands: CaseCommands) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary: 'Hands the task over to another agency, with a reason; that agency sees the case from then on',
  })
  @ApiCreatedResponse({ type: TaskDetailView })
  handOver(
    @Param('id', ParseUUIDPipe) taskId: string,
    @IfMatch() version: number,
    @Body() { agency, reason }: HandOverRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(HAND_OVER, { taskId, version, actor, scope: 'case.work', agency, reason });
  }
}
