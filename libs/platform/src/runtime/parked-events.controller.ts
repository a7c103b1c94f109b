import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../http/auth.guard.js';
import { Requires } from '../auth/requires.decorator.js';
import { ParkedEvents } from '../events/inbox/parked-events.js';
import type { Answer } from '../database/answer.js';
import { PageQuery } from '../http/page.query.js';
import { DiscardRequest } from './discard.request.js';
import { OperateParkedEvents } from './operate-parked-events.js';

/** Events that could not be applied, and what an operator may do about them. */
@Controller('v1/parked-events')
@ApiTags('operations')
@Requires('event.operate')
export class ParkedEventsController {
  constructor(
    private readonly parked: ParkedEvents,
    private readonly operate: OperateParkedEvents,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Events that wait or were parked, oldest first' })
  list(@Query() query: PageQuery): Promise<object> {
    return this.parked.list(query);
  }

  @Post(':id/retry')
  @ApiOperation({ summary: "Tries a parked event again; its key's later events follow in order" })
  retry(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer> {
    return this.operate.retry(id, actor.subject);
  }

  @Post(':id/discard')
  @ApiOperation({ summary: 'Gives an event up, with a reason that is kept' })
  discard(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: DiscardRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.operate.discard(id, reason, actor.subject);
  }

  @Post(':id/missing-discard')
  @ApiOperation({ summary: 'Gives up the events that are missing before this one, with a reason that is kept' })
  skipMissing(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: DiscardRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.operate.skipMissing(id, reason, actor.subject);
  }
}
