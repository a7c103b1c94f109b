import { Body, Controller, Ip, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, awaitKnown, CurrentActor, Database, PreferWait, Requires } from '@motcua/platform';
import { findAccount } from '../persistence/accounts.js';
import { OrderPaymentRequest } from './order-payment.request.js';
import { OrderPayment } from './order-payment.use-case.js';
import { OrderView } from '../views/order.view.js';

@Controller('v1/orders')
@ApiTags('payments')
export class OrderPaymentController {
  constructor(
    private readonly orderPayment: OrderPayment,
    private readonly database: Database,
  ) {}

  @Post()
  @Requires('payment.order')
  @ApiOperation({ summary: 'Creates a payment order for the unpaid fees; other open orders do not block it' })
  @ApiCreatedResponse({ type: OrderView })
  async order(
    @Body() { dossierId, method, collect, returnUrl }: OrderPaymentRequest,
    @CurrentActor() actor: Actor,
    @Ip() address: string,
    @PreferWait() seconds: number,
  ): Promise<Answer<OrderView>> {
    await awaitKnown(seconds, () => findAccount(this.database, dossierId), { dossierId });
    const optional = { ...(collect && { collect }), ...(returnUrl !== undefined && { returnUrl }) };
    return this.orderPayment.execute({ dossierId, method, actor, ...optional }, address);
  }
}
