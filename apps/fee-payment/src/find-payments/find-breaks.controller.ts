import { Controller, Get, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Agencies } from '@motcua/catalogue-copy';
import { Refusal } from '@motcua/kernel';
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
import { BreakView } from '../views/break.view.js';
import { BreaksQuery } from './breaks.query.js';
import { ApiPageOf } from '../lists/page-of.js';
import { PaymentLists } from '../lists/payment-lists.js';
import { BREAK_COLUMNS, breakView, type StoredBreak } from '../views/show-break.js';

const FIND = `SELECT ${BREAK_COLUMNS} FROM payment_break WHERE id = $1`;

@Controller('v1/breaks')
@ApiTags('cashier')
@Requires('payment.reconcile')
export class FindBreaksController {
  constructor(
    @Inject(PaymentLists) private readonly lists: PaymentLists,
    @Inject(Database) private readonly database: Database,
    @Inject(Agencies) private readonly agencies: Agencies,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Reconciliation breaks, newest first' })
  @ApiPageOf(BreakView)
  list(@Query() query: BreaksQuery, @CurrentActor() actor: Actor): Promise<Page<BreakView>> {
    const filters = [
      ['dossier_id = ?', query.dossierId],
      ['kind = ?', query.kind],
      ['status = ?', query.status],
    ] as const;
    const list = {
      table: 'payment_break',
      columns: BREAK_COLUMNS,
      scope: 'payment.reconcile',
      filters,
      view: breakView,
    } as const;
    return this.lists.page({ ...list, ofNoAgency: true }, actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A break' })
  @ApiOkResponse({ type: BreakView })
  async find(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer<BreakView>> {
    const [found] = await this.database.query<StoredBreak>(FIND, [id]);
    if (!found) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    if (found.agencies.length > 0) {
      assertReach(actor, 'payment.reconcile', { agencies: await this.agencies.withAncestors(found.agencies) });
    }
    return ok(breakView(found), { version: found.version });
  }
}
