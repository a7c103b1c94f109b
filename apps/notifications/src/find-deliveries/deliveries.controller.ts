import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  IfMatch,
  ok,
  type Page,
  PageOf,
  Requires,
} from '@motcua/platform';
import { Deliveries } from './deliveries.js';
import { DeliveryView, deliveryView } from './delivery.view.js';
import { FindDeliveriesQuery } from './find-deliveries.query.js';
import { RETRY_DELIVERY } from './retry-delivery.js';

@Controller('v1/deliveries')
@ApiTags('deliveries')
export class DeliveriesController {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Requires('notification.read')
  @ApiOperation({ summary: 'The delivery log, newest first' })
  @ApiOkResponse({ type: PageOf(DeliveryView) })
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
    return this.commands.run(RETRY_DELIVERY, { id, version, actor });
  }
}
