import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { newId, typedIdentifier } from '@motcua/kernel';
import { type Actor, type Answer, Commands, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { OrderView } from '../views/order.view.js';
import { CollectCash } from './collect-cash.js';
import { CollectCashRequest } from './collect-cash.request.js';

@Controller('v1/orders')
@ApiTags('cashier')
export class CollectCashController {
  constructor(
    private readonly commands: Commands,
    private readonly collectCash: CollectCash,
  ) {}

  @Post(':id/cash-receipt')
  @Requires('payment.collect')
  @ApiOperation({ summary: 'Records cash taken at the counter and the number of its receipt' })
  @ApiCreatedResponse({ type: OrderView })
  collect(
    @Param('id', ParseUUIDPipe) orderId: string,
    @IfMatch() version: number,
    @Body() { receiptNumber: typed, amount, isInDrawer = false }: CollectCashRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<OrderView>> {
    // One receipt, however its number is typed.
    const receiptNumber = typedIdentifier(typed) || typed;
    return this.commands.run(this.collectCash, { orderId, version, receiptNumber, amount, isInDrawer, actor, newId });
  }
}
