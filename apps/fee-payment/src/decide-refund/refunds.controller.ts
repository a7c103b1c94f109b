import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { newId } from '@motcua/kernel';
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
import { PaymentLists } from '../lists/payment-lists.js';
import { REFUNDS, type StoredRefund } from '../persistence/refunds.js';
import { DecideRefund } from './decide-refund.js';
import { DecideRefundRequest } from './decide-refund.request.js';
import { RefundView } from './refund.view.js';
import { RefundsQuery } from './refunds.query.js';
import { refundView } from './show-refund.js';

const REFUND_LIST = { table: 'refund', columns: REFUNDS.columns().text, scope: 'payment.reconcile' } as const;

@Controller('v1/refunds')
@ApiTags('cashier')
@Requires('payment.reconcile')
export class RefundsController {
  constructor(
    private readonly lists: PaymentLists,
    private readonly commands: Commands,
    private readonly decideRefund: DecideRefund,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Refunds and their decisions, newest first' })
  @ApiOkResponse({ type: PageOf(RefundView) })
  list(@Query() query: RefundsQuery, @CurrentActor() actor: Actor): Promise<Page<RefundView>> {
    const filters = [
      ['dossier_id = ?', query.dossierId],
      ['status = ?', query.status],
    ] as const;
    return this.lists.page({ ...REFUND_LIST, filters, view: refundView }, actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A refund' })
  @ApiOkResponse({ type: RefundView })
  async find(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer<RefundView>> {
    const refund = await this.lists.one<StoredRefund>(REFUND_LIST, actor, id);
    return ok(refundView(refund), { version: refund.version });
  }

  @Post(':id/decision')
  @ApiOperation({ summary: 'Decides a listed refund: pays back all or part of it, or keeps it (R16)' })
  @ApiCreatedResponse({ type: RefundView })
  decide(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { decision, amount, note }: DecideRefundRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<RefundView>> {
    const command = { id, version, decision, note, actor, newId, ...(amount !== undefined && { amount }) };
    return this.commands.run(this.decideRefund, command);
  }
}
