import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
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
  ok,
  Requires,
  type PlatformCode,
} from '@motcua/platform';
import { ReconcileStatementRequest } from './reconcile-statement.request.js';
import { ReconcileStatement } from './reconcile-statement.use-case.js';
import { ReconciliationView } from './reconciliation.view.js';
import { RECONCILIATION_COLUMNS, reconciliationView, type StoredReconciliation } from './stored-reconciliation.js';

const FIND = `SELECT ${RECONCILIATION_COLUMNS} FROM reconciliation WHERE id = $1`;

@Controller('v1/reconciliations')
@ApiTags('cashier')
@Requires('payment.reconcile')
export class ReconciliationsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Database) private readonly database: Database,
    @Inject(Agencies) private readonly agencies: Agencies,
    @Inject(ReconcileStatement) private readonly reconcileStatement: ReconcileStatement,
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
    return this.commands.run(async (tx) => {
      const made = await this.reconcileStatement.execute(tx, { method, ...period, rows, actor });
      return created(reconciliationView(made), { version: 1, location: `/payment/v1/reconciliations/${made.id}` });
    });
  }

  @Get(':id')
  @ApiOperation({ summary: 'A reconciliation with its rows' })
  @ApiOkResponse({ type: ReconciliationView })
  async find(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<ReconciliationView>> {
    const [made] = await this.database.query<StoredReconciliation>(FIND, [id]);
    if (!made) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    assertReach(actor, 'payment.reconcile', { agencies: await this.agencies.withAncestors(made.agencies) });
    return ok(reconciliationView(made), { version: 1 });
  }
}
