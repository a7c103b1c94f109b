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
import { ApproveRefund } from './approve-refund.js';
import { ApproveRefundRequest } from './approve-refund.request.js';
import { FailRefundRequest } from './fail-refund.request.js';
import { PayOutRefund } from './pay-out-refund.js';
import { PayOutRefundRequest } from './pay-out-refund.request.js';
import { ProposeRefund } from './propose-refund.js';
import { ProposeRefundRequest } from './propose-refund.request.js';
import { RefundView } from './refund.view.js';
import { RefundsQuery } from './refunds.query.js';
import { refundView } from './show-refund.js';

const REFUND_LIST = { table: 'refund', columns: REFUNDS.columns().text, scope: 'refund.read' } as const;

@Controller('v1/refunds')
@ApiTags('cashier')
export class RefundsController {
  constructor(
    private readonly lists: PaymentLists,
    private readonly commands: Commands,
    private readonly proposeRefund: ProposeRefund,
    private readonly approveRefund: ApproveRefund,
    private readonly payOutRefund: PayOutRefund,
  ) {}

  @Get()
  @Requires('refund.read')
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
  @Requires('refund.read')
  @ApiOperation({ summary: 'A refund' })
  @ApiOkResponse({ type: RefundView })
  async find(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer<RefundView>> {
    const refund = await this.lists.one<StoredRefund>(REFUND_LIST, actor, id);
    return ok(refundView(refund), { version: refund.version });
  }

  @Post(':id/proposal')
  @Requires('payment.reconcile')
  @ApiOperation({ summary: 'Proposes to pay back all or part of a listed refund, or to keep it (R16)' })
  @ApiCreatedResponse({ type: RefundView })
  propose(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { decision, amount, note }: ProposeRefundRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<RefundView>> {
    const command = { id, version, decision, note, actor, ...(amount !== undefined && { amount }) };
    return this.commands.run(this.proposeRefund, command);
  }

  @Post(':id/approval')
  @Requires('refund.approve')
  @ApiOperation({ summary: 'Approves a proposal, or sends it back: never who proposed it or took the money' })
  @ApiCreatedResponse({ type: RefundView })
  approve(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { approved, note }: ApproveRefundRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<RefundView>> {
    return this.commands.run(this.approveRefund, { id, version, approved, note, actor, newId });
  }

  @Post(':id/payout')
  @Requires('payment.reconcile')
  @ApiOperation({ summary: 'Records that an approved refund was paid back, by each way that the money came' })
  @ApiCreatedResponse({ type: RefundView })
  payOut(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { transaction, cashFrom = 'drawer' }: PayOutRefundRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<RefundView>> {
    return this.commands.run(this.payOutRefund, { id, version, transaction, cashFrom, actor, newId });
  }

  @Post(':id/failure')
  @Requires('payment.reconcile')
  @ApiOperation({ summary: 'Records that an approved refund could not be paid back; it may be tried again' })
  @ApiCreatedResponse({ type: RefundView })
  fail(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { note }: FailRefundRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<RefundView>> {
    return this.commands.run(this.payOutRefund, {
      id,
      version,
      transaction: null,
      cashFrom: 'drawer',
      note,
      actor,
      newId,
    });
  }
}
