import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { CaseView } from '../../views/case.view.js';
import { STOP_CASE } from './stop-case.js';
import { StopCaseRequest } from './stop-case.request.js';

@Controller('v1/cases/:dossierId/stop')
@ApiTags('cases')
@Requires('case.work')
export class StopCaseController {
  constructor(private readonly commands: CaseCommands) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Stops the case without a result; the applicant reads the reason (form 05)' })
  @ApiCreatedResponse({ type: CaseView })
  stop(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @IfMatch() version: number,
    @Body() { reason }: StopCaseRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(STOP_CASE, { dossierId, version, actor, scope: 'case.work', reason });
  }
}
