import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, OrdinalPipe, Requires } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { CaseView } from '../../views/case.view.js';
import { CANCEL_SUPPLEMENT } from './cancel-supplement.js';
import { CancelSupplementRequest } from './cancel-supplement.request.js';
import { MOVE_SUPPLEMENT_DEADLINE } from './move-supplement-deadline.js';
import { MoveSupplementDeadlineRequest } from './move-supplement-deadline.request.js';
import { TAKE_AS_ENOUGH } from './take-as-enough.js';
import { TakeAsEnoughRequest } from './take-as-enough.request.js';

/** A request that is not answered, or in part, is taken back, gets more time, or is given up. */
@Controller('v1/cases/:dossierId/supplement-requests/:number')
@ApiTags('cases')
@Requires('case.work')
export class ChangeRequestController {
  constructor(private readonly commands: CaseCommands) {}

  @Post('cancellation')
  @HttpCode(201)
  @ApiOperation({ summary: 'Takes the request back, with a reason: the clock is as if it had never paused (R8)' })
  @ApiCreatedResponse({ type: CaseView })
  cancel(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Param('number', OrdinalPipe) number: number,
    @IfMatch() version: number,
    @Body() { reason }: CancelSupplementRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(CANCEL_SUPPLEMENT, { dossierId, version, actor, scope: 'case.work', number, reason });
  }

  @Post('sufficiency')
  @HttpCode(201)
  @ApiOperation({ summary: 'Takes what was given of the request as enough: the clock runs on (R8)' })
  @ApiCreatedResponse({ type: CaseView })
  takeAsEnough(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Param('number', OrdinalPipe) number: number,
    @IfMatch() version: number,
    @Body() { reason }: TakeAsEnoughRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(TAKE_AS_ENOUGH, { dossierId, version, actor, scope: 'case.work', number, reason });
  }

  @Post('deadline')
  @HttpCode(201)
  @ApiOperation({ summary: 'Moves the deadline of the request to a later time (R9)' })
  @ApiCreatedResponse({ type: CaseView })
  move(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Param('number', OrdinalPipe) number: number,
    @IfMatch() version: number,
    @Body() { deadlineAt, reason }: MoveSupplementDeadlineRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    const command = { dossierId, version, actor, scope: 'case.work', number, reason } as const;
    return this.commands.run(MOVE_SUPPLEMENT_DEADLINE, { ...command, deadlineAt: Temporal.Instant.from(deadlineAt) });
  }
}
