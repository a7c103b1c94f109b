import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { CaseView } from '../../views/case.view.js';
import { APOLOGISE, EXTEND_DEADLINE, type ExtendDeadline } from './extend-deadline.js';
import { ExtendDeadlineRequest } from './extend-deadline.request.js';

@Controller('v1/cases/:dossierId')
@ApiTags('cases')
@Requires('case.work')
export class ExtendDeadlineController {
  constructor(private readonly commands: CaseCommands) {}

  @Post('extension')
  @HttpCode(201)
  @ApiOperation({
    summary: 'Extends the promised date, with a reason: once and at least a day before it (form 04, R13)',
  })
  @ApiCreatedResponse({ type: CaseView })
  extend(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @IfMatch() version: number,
    @Body() request: ExtendDeadlineRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(EXTEND_DEADLINE, commandOf({ dossierId, version, actor }, request));
  }

  @Post('apology')
  @HttpCode(201)
  @ApiOperation({
    summary:
      'Apologises for a dossier that is overdue, or will be within a day, with a reason and a new date; no due date moves (form 04, R13)',
  })
  @ApiCreatedResponse({ type: CaseView })
  apologise(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @IfMatch() version: number,
    @Body() request: ExtendDeadlineRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(APOLOGISE, commandOf({ dossierId, version, actor }, request));
  }
}

const commandOf = (
  asked: Pick<ExtendDeadline, 'dossierId' | 'version' | 'actor'>,
  { reason, newDueAt }: ExtendDeadlineRequest,
): ExtendDeadline => ({ ...asked, scope: 'case.work', reason, newDueAt: Temporal.Instant.from(newDueAt) });
