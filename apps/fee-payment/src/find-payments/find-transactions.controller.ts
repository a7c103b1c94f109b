import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { withOffset } from '@motcua/kernel';
import { type Actor, CurrentActor, type Page, PageOf, Requires } from '@motcua/platform';
import { PaymentLists } from '../lists/payment-lists.js';
import { TransactionView } from './transaction.view.js';
import { TransactionsQuery } from './transactions.query.js';

type Row = Omit<TransactionView, 'at' | 'reconciled'> & { at: Temporal.Instant; reconciledAt: Temporal.Instant | null };

const columns = `id, dossier_id AS "dossierId", order_id AS "orderId", reference, method, kind, amount,
  nullif(transaction, '') AS transaction, at, collecting_agency AS "collectingAgency", collected_by AS "collectedBy", reconciled_at AS "reconciledAt"`;

const view = ({ at, reconciledAt, ...row }: Row): TransactionView => ({
  ...row,
  at: withOffset(at),
  reconciled: reconciledAt !== null,
});

@Controller('v1/transactions')
@ApiTags('payments')
export class FindTransactionsController {
  constructor(private readonly lists: PaymentLists) {}

  @Get()
  @Requires('payment.read')
  @ApiOperation({ summary: 'Transactions, newest first' })
  @ApiOkResponse({ type: PageOf(TransactionView) })
  list(@Query() query: TransactionsQuery, @CurrentActor() actor: Actor): Promise<Page<TransactionView>> {
    const filters = [
      ['dossier_id = ?', query.dossierId],
      ['method = ?', query.method],
      ['kind = ?', query.kind],
      ['at >= ?', query.from],
      ['at < ?', query.until],
    ] as const;
    return this.lists.page({ table: 'ledger_entry', columns, scope: 'payment.read', filters, view }, actor, query);
  }
}
