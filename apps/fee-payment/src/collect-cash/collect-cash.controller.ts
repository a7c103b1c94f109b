import { Body, Controller, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, created, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { orderView } from '../views/show-order.js';
import { OrderView } from '../views/order.view.js';
import { PaymentConfig } from '../payment.config.js';
import { CollectCashRequest } from './collect-cash.request.js';
import { CollectCash } from './collect-cash.use-case.js';

@Controller('v1/orders')
@ApiTags('cashier')
export class CollectCashController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CollectCash) private readonly collectCash: CollectCash,
    @Inject(PaymentConfig) private readonly config: PaymentConfig,
  ) {}

  @Post(':id/cash-receipt')
  @Requires('payment.collect')
  @ApiOperation({ summary: 'Records cash taken at the counter and the number of its receipt' })
  @ApiCreatedResponse({ type: OrderView })
  collect(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { receiptNumber, amount }: CollectCashRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<OrderView>> {
    return this.commands.run(async (tx) => {
      const order = await this.collectCash.execute(tx, { id, version, receiptNumber, amount, actor });
      return created(orderView(order, this.config), { version: order.version });
    });
  }
}
