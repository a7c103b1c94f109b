import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { CompletedTaskView } from '../../views/completed-task.view.js';
import { SEND_BACK } from './send-back.js';
import { SendBackRequest } from './send-back.request.js';

@Controller('v1/tasks/:id/send-back')
@ApiTags('tasks')
@Requires('case.work')
export class SendBackController {
  constructor(private readonly commands: CaseCommands) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Sends the case back to a step that it has passed, with a reason' })
  @ApiCreatedResponse({ type: CompletedTaskView })
  sendBack(
    @Param('id', ParseUUIDPipe) taskId: string,
    @IfMatch() version: number,
    @Body() body: SendBackRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(SEND_BACK, { taskId, version, actor, scope: 'case.work', asked: body });
  }
}
