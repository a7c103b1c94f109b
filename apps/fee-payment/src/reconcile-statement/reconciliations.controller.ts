import { Controller, Get, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  CurrentActor,
  Database,
  decodeCursor,
  ok,
  type Page,
  pageOf,
  PageOf,
  PageQuery,
  type PlatformCode,
  Requires,
  WithoutIdempotencyKey,
} from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { INVALID_CURSOR, PaymentLists } from '../lists/payment-lists.js';
import { RECONCILIATIONS, type StoredReconciliation } from '../persistence/reconciliations.js';
import { statementLines } from '../persistence/statement-lines.js';
import { ReconcileStatementQuery } from './reconcile-statement.query.js';
import { ReconcileStatement } from './reconcile-statement.use-case.js';
import { ReconciliationView } from './reconciliation.view.js';
import { lineView, reconciliationView } from './show-reconciliation.js';
import { StatementLineView } from './statement-line.view.js';
import { StatementLinesQuery } from './statement-lines.query.js';

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
    private readonly lists: PaymentLists,
    private readonly database: Database,
    private readonly reconcileStatement: ReconcileStatement,
  ) {}

  @Post()
  // The content of the file says whether it came before.
  @WithoutIdempotencyKey()
  @ApiOperation({
    summary:
      'Imports a statement of the platform (CSV, XLSX) or of a bank (CSV, MT940, camt.053) and compares it with the books; every difference becomes a break. A file with a bad line is refused as a whole, and the same file again is the same reconciliation',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @ApiCreatedResponse({ type: ReconciliationView })
  reconcile(
    @Query() query: ReconcileStatementQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<Answer<ReconciliationView>> {
    return this.reconcileStatement.execute(request, query, actor);
  }

  @Get()
  @ApiOperation({ summary: 'Reconciliations, newest first' })
  @ApiOkResponse({ type: PageOf(ReconciliationView) })
  list(@Query() query: PageQuery, @CurrentActor() actor: Actor): Promise<Page<ReconciliationView>> {
    return this.lists.page({ ...RECONCILIATION_LIST, filters: [], view: reconciliationView }, actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A reconciliation, with how many lines came out how' })
  @ApiOkResponse({ type: ReconciliationView })
  async find(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<ReconciliationView>> {
    const made = await this.lists.one<StoredReconciliation>(RECONCILIATION_LIST, actor, id);
    return ok(reconciliationView(made), { version: made.version });
  }

  @Get(':id/lines')
  @ApiOperation({ summary: "A reconciliation's lines in the order of the statement, then what only the books have" })
  @ApiOkResponse({ type: PageOf(StatementLineView) })
  async lines(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: StatementLinesQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<StatementLineView>> {
    await this.lists.one<StoredReconciliation>(RECONCILIATION_LIST, actor, id);
    const after = Number(decodeCursor(query.cursor, 1)?.[0] ?? 0);
    if (!Number.isSafeInteger(after))
      throw new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [INVALID_CURSOR]);
    const { outcome, limit } = query;
    const rows = await statementLines(this.database, id, { outcome, after, limit: limit + 1 });
    return pageOf(rows, limit, ({ n }) => [n], lineView);
  }
}
