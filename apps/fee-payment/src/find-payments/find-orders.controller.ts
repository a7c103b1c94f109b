import { Controller, Get, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Agencies } from '@motcua/catalogue-copy';
import { CLOCK, type Clock, Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  assertReach,
  CurrentActor,
  Database,
  ok,
  type Page,
  Requires,
  type PlatformCode,
} from '@motcua/platform';
import { GatewayTrouble } from '../gateway/gateway-trouble.js';
import { PAYMENT_GATEWAY, type PaymentGateway } from '../gateway/payment-gateway.js';
import { orderView } from '../views/show-order.js';
import { OrderView } from '../views/order.view.js';
import { PaymentConfig } from '../payment.config.js';
import { findOrder, ORDER_COLUMNS, type StoredOrder } from '../persistence/orders.js';
import { BillView } from './bill.view.js';
import { OrdersQuery } from './orders.query.js';
import { ApiPageOf } from '../lists/page-of.js';
import { PaymentLists } from '../lists/payment-lists.js';
import type { PaymentCode } from '../problems.js';

@Controller('v1/orders')
@ApiTags('payments')
@Requires('payment.read')
export class FindOrdersController {
  constructor(
    @Inject(PaymentLists) private readonly lists: PaymentLists,
    @Inject(Database) private readonly database: Database,
    @Inject(Agencies) private readonly agencies: Agencies,
    @Inject(PaymentConfig) private readonly config: PaymentConfig,
    @Inject(PAYMENT_GATEWAY) private readonly gateway: PaymentGateway,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Payment orders, newest first' })
  @ApiPageOf(OrderView)
  list(@Query() query: OrdersQuery, @CurrentActor() actor: Actor): Promise<Page<OrderView>> {
    const filters = [
      ['dossier_id = ?', query.dossierId],
      ['status = ?', query.status],
      ['method = ?', query.method],
    ] as const;
    const view = (order: StoredOrder): OrderView => orderView(order, this.config);
    return this.lists.page(
      { table: 'payment_order', columns: ORDER_COLUMNS, scope: 'payment.read', filters, view },
      actor,
      query,
    );
  }

  @Get(':id')
  @ApiOperation({ summary: 'A payment order' })
  @ApiOkResponse({ type: OrderView })
  async find(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer<OrderView>> {
    const order = await this.reach(id, actor);
    return ok(orderView(order, this.config), { version: order.version });
  }

  @Get(':id/bill')
  @ApiOperation({ summary: "Address of the platform's bill for a paid order" })
  @ApiOkResponse({ type: BillView })
  async bill(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<BillView> {
    const { method, status, reference } = await this.reach(id, actor);
    const billUrl = method === 'nationalPlatform' && status === 'paid' ? await this.askForBill(reference) : undefined;
    if (billUrl === undefined) throw new Refusal<PaymentCode>('PAYMENT.NO_BILL', { orderStatus: status, method });
    return { billUrl };
  }

  private async askForBill(reference: string): Promise<string | undefined> {
    try {
      return await this.gateway.billOf(reference, this.clock.now());
    } catch (error) {
      if (error instanceof GatewayTrouble)
        throw new Refusal<PaymentCode>('PAYMENT.PLATFORM_UNAVAILABLE', { reference });
      throw error;
    }
  }

  private async reach(id: string, actor: Actor): Promise<StoredOrder> {
    const order = await findOrder(this.database, id);
    if (!order) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    assertReach(actor, 'payment.read', { ...order, agencies: await this.agencies.withAncestors(order.agencies) });
    return order;
  }
}
