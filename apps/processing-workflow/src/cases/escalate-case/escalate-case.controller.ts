import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { CaseView } from '../../views/case.view.js';
import { ESCALATE_CASE } from './escalate-case.js';
import { EscalateCaseRequest } from './escalate-case.request.js';

@Controller('v1/cases/:dossierId/escalation')
@ApiTags('cases')
@Requires('case.work')
export class EscalateCaseController {
  constructor(private readonly commands: CaseCommands) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Escalates the case to the leaders of its agency, with a reason' })
  @ApiCreatedResponse({ type: CaseView })
  escalate(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @IfMatch() version: number,
    @Body() { reason }: EscalateCaseRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(ESCALATE_CASE, { dossierId, version, actor, scope: 'case.work', reason });
  }
}
