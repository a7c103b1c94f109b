import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { newId } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  ok,
  type Page,
  PageOf,
  PageQuery,
  Requires,
} from '@motcua/platform';
import { PaymentLists } from '../lists/payment-lists.js';
import { RECONCILIATIONS, type StoredReconciliation } from '../persistence/reconciliations.js';
import { ReconcileStatement } from './reconcile-statement.js';
import { ReconcileStatementRequest } from './reconcile-statement.request.js';
import { ReconciliationHeadlineView } from './reconciliation-headline.view.js';
import { ReconciliationView } from './reconciliation.view.js';
import { reconciliationHeadline, reconciliationView } from './show-reconciliation.js';

const RECONCILIATION_LIST = {
  table: 'reconciliation',
  columns: RECONCILIATIONS.columns().text,
  scope: 'payment.reconcile',
} as const;

@Controller('v1/reconciliations')
@ApiTags('cashier')
@Requires('payment.reconcile')
export class ReconciliationsController {
  constructor(
    private readonly commands: Commands,
    private readonly lists: PaymentLists,
    private readonly reconcileStatement: ReconcileStatement,
  ) {}

  @Post()
  @ApiOperation({
    summary:
      'Reconciles a statement of the platform or the bank with the ledger; each row is matched, amountDiffers, onlyOurs or onlyTheirs',
  })
  @ApiCreatedResponse({ type: ReconciliationView })
  reconcile(
    @Body() { method, from, until, rows }: ReconcileStatementRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<ReconciliationView>> {
    const period = { from: Temporal.Instant.from(from), until: Temporal.Instant.from(until) };
    return this.commands.run(this.reconcileStatement, { id: newId(), method, ...period, rows, actor });
  }

  @Get()
  @ApiOperation({ summary: 'Reconciliations, newest first' })
  @ApiOkResponse({ type: PageOf(ReconciliationHeadlineView) })
  list(@Query() query: PageQuery, @CurrentActor() actor: Actor): Promise<Page<ReconciliationHeadlineView>> {
    return this.lists.page({ ...RECONCILIATION_LIST, filters: [], view: reconciliationHeadline }, actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A reconciliation with its rows' })
  @ApiOkResponse({ type: ReconciliationView })
  async find(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<ReconciliationView>> {
    const made = await this.lists.one<StoredReconciliation>(RECONCILIATION_LIST, actor, id);
    return ok(reconciliationView(made), { version: 1 });
  }
}
