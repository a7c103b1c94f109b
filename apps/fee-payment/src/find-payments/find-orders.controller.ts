import { Controller, Get, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock, Refusal } from '@motcua/kernel';
import { qrPicture } from '@motcua/pdf-drawing';
import { type Actor, type Answer, CurrentActor, ok, type Page, PageOf, Requires } from '@motcua/platform';
import { GatewayTrouble } from '../gateway/gateway-trouble.js';
import { PAYMENT_GATEWAY, type PaymentGateway } from '../gateway/payment-gateway.js';
import { orderView, vietQrOf } from '../views/show-order.js';
import { OrderView } from '../views/order.view.js';
import { PaymentConfig } from '../payment.config.js';
import { ORDER_COLUMNS, type StoredOrder } from '../persistence/orders.js';
import type { PaymentCode } from '../problems.js';
import { BillView } from './bill.view.js';
import { OrdersQuery } from './orders.query.js';
import { PaymentLists } from '../lists/payment-lists.js';

const ORDER_LIST = { table: 'payment_order', columns: ORDER_COLUMNS, scope: 'payment.read' } as const;

@Controller('v1/orders')
@ApiTags('payments')
@Requires('payment.read')
export class FindOrdersController {
  constructor(
    private readonly lists: PaymentLists,
    private readonly config: PaymentConfig,
    @Inject(PAYMENT_GATEWAY) private readonly gateway: PaymentGateway,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Payment orders, newest first' })
  @ApiOkResponse({ type: PageOf(OrderView) })
  list(@Query() query: OrdersQuery, @CurrentActor() actor: Actor): Promise<Page<OrderView>> {
    const filters = [
      ['dossier_id = ?', query.dossierId],
      ['status = ?', query.status],
      ['method = ?', query.method],
    ] as const;
    const view = (order: StoredOrder): OrderView => orderView(order, this.config);
    return this.lists.page({ ...ORDER_LIST, filters, view }, actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A payment order' })
  @ApiOkResponse({ type: OrderView })
  async find(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer<OrderView>> {
    const order = await this.lists.one<StoredOrder>(ORDER_LIST, actor, id);
    return ok(orderView(order, this.config), { version: order.version });
  }

  @Get(':id/vietqr')
  @ApiOperation({ summary: 'VietQR code of a transfer, as a picture that a banking application reads' })
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  async vietQr(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer<string>> {
    const order = await this.lists.one<StoredOrder>(ORDER_LIST, actor, id);
    const text = order.status === 'pending' ? vietQrOf(order, this.config) : null;
    if (text === null) throw new Refusal<PaymentCode>('PAYMENT.NO_VIETQR', { orderStatus: order.status });
    return { status: 200, headers: { 'content-type': 'image/svg+xml; charset=utf-8' }, body: qrPicture(text) };
  }

  @Get(':id/bill')
  @ApiOperation({ summary: "Address of the platform's bill for a paid order" })
  @ApiOkResponse({ type: BillView })
  async bill(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<BillView> {
    const { method, status, reference } = await this.lists.one<StoredOrder>(ORDER_LIST, actor, id);
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
}
