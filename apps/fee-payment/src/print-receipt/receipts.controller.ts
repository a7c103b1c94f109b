import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { IssuedPapers, placeOfIssuer } from '@motcua/catalogue-copy';
import {
  type Actor,
  type Answer,
  CurrentActor,
  Database,
  ok,
  type Page,
  PageOf,
  PlatformConfig,
  Requires,
} from '@motcua/platform';
import { PaymentLists } from '../lists/payment-lists.js';
import { findAccount } from '../persistence/accounts.js';
import { findOrder } from '../persistence/orders.js';
import { RECEIPTS, type StoredReceipt } from '../persistence/receipts.js';
import { printReceipt } from './receipt-form.js';
import { ReceiptView } from './receipt.view.js';
import { ReceiptsQuery } from './receipts.query.js';
import { receiptView } from './show-receipt.js';

const RECEIPT_LIST = { table: 'receipt', columns: RECEIPTS.columns().text, scope: 'payment.read' } as const;

@Controller('v1/receipts')
@ApiTags('payments')
@Requires('payment.read')
export class ReceiptsController {
  constructor(
    private readonly lists: PaymentLists,
    private readonly database: Database,
    private readonly papers: IssuedPapers,
    private readonly platform: PlatformConfig,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Receipts, newest first; service fees and state charges have separate receipts' })
  @ApiOkResponse({ type: PageOf(ReceiptView) })
  list(@Query() query: ReceiptsQuery, @CurrentActor() actor: Actor): Promise<Page<ReceiptView>> {
    const filters = [
      ['dossier_id = ?', query.dossierId],
      ['kind = ?', query.kind],
    ] as const;
    return this.lists.page({ ...RECEIPT_LIST, filters, view: receiptView }, actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A receipt' })
  @ApiOkResponse({ type: ReceiptView })
  async find(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer<ReceiptView>> {
    return ok(receiptView(await this.lists.one<StoredReceipt>(RECEIPT_LIST, actor, id)), { version: 1 });
  }

  @Get(':id/content')
  @ApiOperation({ summary: 'The receipt as PDF' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async print(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    const receipt = await this.lists.one<StoredReceipt>(RECEIPT_LIST, actor, id);
    const account = (await findAccount(this.database, receipt.dossierId))!;
    const order = (await findOrder(this.database, receipt.orderId))!;
    const paper = (await this.papers.find({ about: id, form: 'receipt' }))!;
    const { name, superior } = paper.issuer;
    const { publicUrl } = this.platform;
    const agency = { name, superior, province: placeOfIssuer(paper.issuer) };
    const pdf = await this.papers.pdf(paper, () => printReceipt({ receipt, account, order, agency, publicUrl }));
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `inline; filename="${receipt.number}.pdf"`,
      length: pdf.length,
    });
  }
}
