import { Controller, Get, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type Actor, type Answer, CurrentActor, ok, type Page, PageOf, Requires } from '@motcua/platform';
import { PaymentLists } from '../lists/payment-lists.js';
import type { StoredBreak } from '../persistence/breaks.js';
import { BreakView } from '../views/break.view.js';
import { BREAK_LIST, breakView } from '../views/show-break.js';
import { BreaksQuery } from './breaks.query.js';

@Controller('v1/breaks')
@ApiTags('cashier')
@Requires('payment.reconcile')
export class FindBreaksController {
  constructor(
    private readonly lists: PaymentLists,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Reconciliation breaks, newest first' })
  @ApiOkResponse({ type: PageOf(BreakView) })
  list(@Query() query: BreaksQuery, @CurrentActor() actor: Actor): Promise<Page<BreakView>> {
    const filters = [
      ['dossier_id = ?', query.dossierId],
      ['kind = ?', query.kind],
      ['status = ?', query.status],
      ['owner = ?', query.owner],
      ['reconciliation_id = ?', query.reconciliationId],
      ['found_at < ?', query.foundBefore],
    ] as const;
    return this.lists.page(
      { ...BREAK_LIST, filters, view: (row: StoredBreak) => breakView(row, this.clock.now()) },
      actor,
      query,
    );
  }

  @Get(':id')
  @ApiOperation({ summary: 'A break' })
  @ApiOkResponse({ type: BreakView })
  async find(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer<BreakView>> {
    const found = await this.lists.one<StoredBreak>(BREAK_LIST, actor, id);
    return ok(breakView(found, this.clock.now()), { version: found.version });
  }
}
