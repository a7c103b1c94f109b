import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { currentIdentifier, VIETNAM } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  awaitKnown,
  CurrentActor,
  Database,
  ok,
  type Page,
  PageOf,
  PreferWait,
  Requires,
} from '@motcua/platform';
import { PaymentLists } from '../lists/payment-lists.js';
import { RECEIPTS, type StoredReceipt } from '../persistence/receipts.js';
import { PaperOfReceipt } from '../paper-of-receipt/paper-of-receipt.js';
import { registrationsOf } from '../persistence/registrations.js';
import { ReceiptInFullView } from '../views/receipt-in-full.view.js';
import { ReceiptView } from '../views/receipt.view.js';
import { ReceiptsQuery } from './receipts.query.js';
import { receiptInFull, receiptView } from '../views/show-receipt.js';

const RECEIPT_LIST = { table: 'receipt', columns: RECEIPTS.columns().text, scope: 'payment.read' } as const;

const IN_VIETNAM = `AT TIME ZONE '${VIETNAM}'`;

@Controller('v1/receipts')
@ApiTags('payments')
@Requires('payment.read')
export class ReceiptsController {
  constructor(
    private readonly lists: PaymentLists,
    private readonly paper: PaperOfReceipt,
    private readonly database: Database,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Register of receipts, newest first; service fees and state charges have separate receipts',
  })
  @ApiOkResponse({ type: PageOf(ReceiptView) })
  list(@Query() query: ReceiptsQuery, @CurrentActor() actor: Actor): Promise<Page<ReceiptView>> {
    const filters = [
      ['dossier_id = ?', query.dossierId],
      ['kind = ?', query.kind],
      ['agency = ?', query.agency && currentIdentifier(query.agency)],
      ['symbol = ?', query.symbol],
      ['serial = ?', query.serial],
      [`issued_at >= ?::date::timestamp ${IN_VIETNAM}`, query.from],
      [`issued_at < (?::date + 1)::timestamp ${IN_VIETNAM}`, query.to],
      ['(voided_at IS NOT NULL) = ?', query.status && query.status === 'void'],
    ] as const;
    return this.lists.page({ ...RECEIPT_LIST, filters, view: receiptView }, actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A receipt' })
  @ApiOkResponse({ type: ReceiptInFullView })
  async find(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer<ReceiptInFullView>> {
    const receipt = await this.lists.one<StoredReceipt>(RECEIPT_LIST, actor, id);
    return ok(receiptInFull(receipt, await registrationsOf(this.database, id)), { version: 1 });
  }

  @Get(':id/content')
  @ApiOperation({ summary: 'The receipt as PDF, as it was issued' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async print(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @PreferWait() seconds: number,
  ): Promise<StreamableFile> {
    const receipt = await this.lists.one<StoredReceipt>(RECEIPT_LIST, actor, id);
    const pdf = await awaitKnown(seconds, () => this.paper.of(receipt), { dossierId: receipt.dossierId });
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `inline; filename="${receipt.number}.pdf"`,
      length: pdf.length,
    });
  }
}
