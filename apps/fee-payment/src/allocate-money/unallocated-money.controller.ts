import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { newId, withOffset } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  IfMatch,
  type Page,
  PageOf,
  Requires,
} from '@motcua/platform';
import { PaymentLists } from '../lists/payment-lists.js';
import { PaymentsQuery } from '../lists/payments.query.js';
import { OrderView } from '../views/order.view.js';
import { AllocateMoney } from './allocate-money.js';
import { AllocateMoneyRequest } from './allocate-money.request.js';
import { UnallocatedMoneyView } from './unallocated-money.view.js';

type Row = Omit<UnallocatedMoneyView, 'receivedAt'> & { readonly receivedAt: Temporal.Instant | null };

const UNALLOCATED_LIST = {
  table: 'unallocated_money',
  columns: `id, dossier_id AS "dossierId", method, reference, nullif(transaction, '') AS transaction, amount,
    received_at AS "receivedAt"`,
  scope: 'payment.reconcile',
  ofNoAgency: true,
} as const;

const view = ({ receivedAt, ...row }: Row): UnallocatedMoneyView => ({
  ...row,
  receivedAt: receivedAt && withOffset(receivedAt),
});

@Controller('v1/unallocated-money')
@ApiTags('cashier')
@Requires('payment.reconcile')
export class UnallocatedMoneyController {
  constructor(
    private readonly lists: PaymentLists,
    private readonly commands: Commands,
    private readonly allocateMoney: AllocateMoney,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Money that settles nothing yet: parts at dossiers, and what came under an unknown reference',
  })
  @ApiOkResponse({ type: PageOf(UnallocatedMoneyView) })
  list(@Query() query: PaymentsQuery, @CurrentActor() actor: Actor): Promise<Page<UnallocatedMoneyView>> {
    const filters = [['dossier_id = ?', query.dossierId]] as const;
    return this.lists.page({ ...UNALLOCATED_LIST, filters, view }, actor, query);
  }

  @Post(':id/allocation')
  @ApiOperation({ summary: 'Allocates money of an unknown reference to the order that it was meant for' })
  @ApiCreatedResponse({ type: OrderView })
  allocate(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { orderId, note }: AllocateMoneyRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<OrderView>> {
    return this.commands.run(this.allocateMoney, { id, version, orderId, note, actor, newId });
  }
}
