import { Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type Actor, type Answer, Commands, CurrentActor, IfMatch, ok, type Page, Requires } from '@motcua/platform';
import { Deliveries } from './deliveries.js';
import { DeliveryPageView } from './delivery-page.view.js';
import { DeliveryView, deliveryView } from './delivery.view.js';
import { FindDeliveriesQuery } from './find-deliveries.query.js';

@Controller('v1/deliveries')
@ApiTags('deliveries')
export class DeliveriesController {
  constructor(
    @Inject(Deliveries) private readonly deliveries: Deliveries,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('notification.read')
  @ApiOperation({ summary: 'The delivery log, newest first' })
  @ApiOkResponse({ type: DeliveryPageView })
  list(@Query() query: FindDeliveriesQuery, @CurrentActor() actor: Actor): Promise<Page<DeliveryView>> {
    return this.deliveries.list(actor, query);
  }

  @Get(':id')
  @Requires('notification.read')
  @ApiOperation({ summary: 'One delivery' })
  @ApiOkResponse({ type: DeliveryView })
  async get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer<DeliveryView>> {
    const row = await this.deliveries.find(actor, id);
    return ok(deliveryView(row), { version: row.version });
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Requires('notification.write')
  @ApiOperation({ summary: 'Sends a failed mail again (administrators)' })
  @ApiOkResponse({ type: DeliveryView })
  tryAgain(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<DeliveryView>> {
    return this.commands.run(async (tx) => {
      const row = await this.deliveries.tryAgain(tx, actor, id, version);
      const entry = { at: this.clock.now(), actor: actor.subject, action: 'retryDelivery', detail: {} };
      tx.record({ aggregate: `delivery:${id}`, ...entry });
      return ok(deliveryView(row), { version: row.version });
    });
  }
}
