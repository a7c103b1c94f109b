import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, CurrentActor, Requires } from '@motcua/platform';
import { DeliveryView } from '../deliveries/delivery.view.js';
import { ACKNOWLEDGE_DELIVERY } from './acknowledge-delivery.js';

@Controller('v1/deliveries')
@ApiTags('synchronisation')
@Requires('portal.operate')
export class AcknowledgeDeliveryController {
  constructor(private readonly commands: Commands) {}

  @Post(':id/acknowledgement')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Acknowledges a delivery that was refused: it is no longer counted among those that wait for an officer',
  })
  @ApiOkResponse({ type: DeliveryView })
  acknowledge(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<DeliveryView>> {
    return this.commands.run(ACKNOWLEDGE_DELIVERY, { id, actor });
  }
}
