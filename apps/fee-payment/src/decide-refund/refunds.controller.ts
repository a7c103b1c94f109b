import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Agencies } from '@motcua/catalogue-copy';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  assertReach,
  Commands,
  created,
  CurrentActor,
  Database,
  IfMatch,
  ok,
  type Page,
  Requires,
  type PlatformCode,
} from '@motcua/platform';
import { ApiPageOf } from '../lists/page-of.js';
import { PaymentLists } from '../lists/payment-lists.js';
import { DecideRefundRequest } from './decide-refund.request.js';
import { DecideRefund } from './decide-refund.use-case.js';
import { RefundView } from './refund.view.js';
import { RefundsQuery } from './refunds.query.js';
import { REFUND_COLUMNS, refundView, type StoredRefund } from './stored-refund.js';

const FIND = `SELECT ${REFUND_COLUMNS} FROM refund WHERE id = $1`;

@Controller('v1/refunds')
@ApiTags('cashier')
@Requires('payment.reconcile')
export class RefundsController {
  constructor(
    @Inject(PaymentLists) private readonly lists: PaymentLists,
    @Inject(Database) private readonly database: Database,
    @Inject(Agencies) private readonly agencies: Agencies,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DecideRefund) private readonly decideRefund: DecideRefund,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Refunds and their decisions, newest first' })
  @ApiPageOf(RefundView)
  list(@Query() query: RefundsQuery, @CurrentActor() actor: Actor): Promise<Page<RefundView>> {
    const filters = [
      ['dossier_id = ?', query.dossierId],
      ['status = ?', query.status],
    ] as const;
    const list = {
      table: 'refund',
      columns: REFUND_COLUMNS,
      scope: 'payment.reconcile',
      filters,
      view: refundView,
    } as const;
    return this.lists.page(list, actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A refund' })
  @ApiOkResponse({ type: RefundView })
  async find(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer<RefundView>> {
    const [refund] = await this.database.query<StoredRefund>(FIND, [id]);
    if (!refund) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    assertReach(actor, 'payment.reconcile', { agencies: await this.agencies.withAncestors(refund.agencies) });
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
    return this.commands.run(async (tx) => {
      const command = { id, version, decision, note, actor, ...(amount !== undefined && { amount }) };
      const refund = await this.decideRefund.execute(tx, command);
      return created(refundView(refund), { version: refund.version });
    });
  }
}
