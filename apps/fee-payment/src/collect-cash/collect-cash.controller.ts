import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { newId, typedNumber } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  IfMatch,
  Requires,
  sealEnvelope,
  SealingConfig,
} from '@motcua/platform';
import { OrderView } from '../views/order.view.js';
import { CollectCash } from './collect-cash.js';
import { CollectCashRequest } from './collect-cash.request.js';

@Controller('v1/orders')
@ApiTags('cashier')
export class CollectCashController {
  constructor(
    private readonly commands: Commands,
    private readonly collectCash: CollectCash,
    private readonly sealing: SealingConfig,
  ) {}

  @Post(':id/cash-receipt')
  @Requires('payment.collect')
  @ApiOperation({ summary: 'Records cash taken at the counter and the number of its receipt' })
  @ApiCreatedResponse({ type: OrderView })
  collect(
    @Param('id', ParseUUIDPipe) orderId: string,
    @IfMatch() version: number,
    @Body() { receiptNumber: typed, amount, isInDrawer = false, payer: named }: CollectCashRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<OrderView>> {
    // One receipt, however its number is typed.
    const receiptNumber = typedNumber(typed);
    const payer = named && sealEnvelope(this.sealing.sealingKey, named);
    const cash = { receiptNumber, amount, isInDrawer, payer };
    return this.commands.run(this.collectCash, { orderId, version, ...cash, actor, newId });
  }
}
