import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Page, PageOf, Requires } from '@motcua/platform';
import { DeliveryView } from '../deliveries/delivery.view.js';
import { DeliveryQuery } from './delivery.query.js';
import { FindDeliveries } from './find-deliveries.js';

@Controller('v1/deliveries')
@ApiTags('synchronisation')
@Requires('portal.operate')
export class FindDeliveriesController {
  constructor(private readonly deliveries: FindDeliveries) {}

  @Get()
  @ApiOperation({ summary: 'Deliveries of the portal with their outcome, newest first' })
  @ApiOkResponse({ type: PageOf(DeliveryView) })
  list(@Query() query: DeliveryQuery): Promise<Page<DeliveryView>> {
    return this.deliveries.list(query);
  }
}
