import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { codeDay } from '@motcua/dossier-domain';
import { CLOCK, type Clock, newId } from '@motcua/kernel';
import { type Actor, type Answer, Commands, CurrentActor, Database, Requires } from '@motcua/platform';
import { CallNextRequest } from './call-next.request.js';
import { callNext } from './call-next.js';
import { EndTicketRequest } from './end-ticket.request.js';
import { END_TICKET } from './end-ticket.js';
import { ownAgency } from './own-agency.js';
import { readQueue } from './read-queue.js';
import { QueueView } from './queue.view.js';
import { TAKE_TICKET } from './take-ticket.js';
import { TicketView, ticketView } from './ticket.view.js';

/** Numbers at the counter (số thứ tự): one queue an office and day. */
@Controller('v1')
@ApiTags('queue')
export class ServeQueueController {
  private readonly callNext: ReturnType<typeof callNext>;

  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.callNext = callNext(clock);
  }

  @Post('queue-tickets')
  @HttpCode(201)
  @Requires('queue.take')
  @ApiOperation({ summary: "Takes the next number of the caller's office and day: a kiosk's client, or the counter" })
  @ApiCreatedResponse({ type: TicketView })
  take(@CurrentActor() actor: Actor): Promise<Answer> {
    return this.commands.run(TAKE_TICKET, { id: newId(), actor });
  }

  @Post('queue-calls')
  @HttpCode(201)
  @Requires('queue.call')
  @ApiOperation({ summary: 'Calls the lowest number that waits to a window' })
  @ApiCreatedResponse({ type: TicketView })
  call(@Body() { window }: CallNextRequest, @CurrentActor() actor: Actor): Promise<Answer> {
    return this.commands.run(this.callNext, { window, actor });
  }

  @Post('queue-tickets/:id/end')
  @HttpCode(201)
  @Requires('queue.call')
  @ApiOperation({ summary: 'Ends a ticket that was called: served, with the dossier that was handled, or absent' })
  @ApiCreatedResponse({ type: TicketView })
  end(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { came, dossierId = null }: EndTicketRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(END_TICKET, { id, came, dossierId, actor });
  }

  @Get('queue')
  @Requires('queue.take')
  @ApiOperation({ summary: "Shows today's queue of the caller's office, as the screen in the hall does" })
  @ApiOkResponse({ type: QueueView })
  async show(@CurrentActor() actor: Actor): Promise<QueueView> {
    const agency = ownAgency(actor, 'queue.take');
    const day = codeDay(this.clock.now());
    const { waiting, called } = await readQueue(this.database, agency, day);
    return { agency, day, waiting, called: called.map(ticketView) };
  }
}
