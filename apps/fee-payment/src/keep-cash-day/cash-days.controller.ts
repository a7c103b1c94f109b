import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { IssuedPapers, placeOfIssuer } from '@motcua/catalogue-copy';
import { type CashCount, countCash } from '@motcua/fee-domain';
import { newId, Refusal, typedNumber } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  IfMatch,
  ok,
  type Page,
  PageOf,
  type PlatformCode,
  Requires,
} from '@motcua/platform';
import { PaymentLists } from '../lists/payment-lists.js';
import { CASH_DAYS, type StoredCashDay } from '../persistence/cash-days.js';
import { BringCashAway } from './bring-cash-away.js';
import { CashCountRequest } from './cash-count.request.js';
import { CashDaySheet } from './cash-day-sheet.js';
import { CashDaySheetView } from './cash-day-sheet.view.js';
import { CashDayView } from './cash-day.view.js';
import { CashDaysQuery } from './cash-days.query.js';
import { ConfirmCashDay } from './confirm-cash-day.js';
import { ConfirmCashDayRequest } from './confirm-cash-day.request.js';
import { CountCashDay } from './count-cash-day.js';
import { OpenCashDay } from './open-cash-day.js';
import { OpenCashDayRequest } from './open-cash-day.request.js';
import { printCashCount } from './print-cash-count.js';
import { cashDayView } from './show-cash-day.js';
import { CashSettlementView } from './cash-settlement.view.js';
import { SettleDifference } from './settle-difference.js';
import { SettleDifferenceRequest } from './settle-difference.request.js';
import { VoucherRequest } from './voucher.request.js';

const CASH_DAY_LIST = { table: 'cash_day', columns: CASH_DAYS.columns().text, scope: 'cash.read' } as const;

const countOf = ({ piles, sum }: CashCountRequest): CashCount =>
  countCash({ ...(piles && { piles }), ...(sum !== undefined && { sum }) });

/** One voucher, however its number is typed. */
const numberOf = ({ number }: Pick<VoucherRequest, 'number'>): string => typedNumber(number);

@Controller('v1/cash-days')
@ApiTags('cashier')
export class CashDaysController {
  constructor(
    private readonly lists: PaymentLists,
    private readonly commands: Commands,
    private readonly sheets: CashDaySheet,
    private readonly papers: IssuedPapers,
    private readonly openCashDay: OpenCashDay,
    private readonly bringCashAway: BringCashAway,
    private readonly countCashDay: CountCashDay,
    private readonly confirmCashDay: ConfirmCashDay,
    private readonly settleDifference: SettleDifference,
  ) {}

  @Get()
  @Requires('cash.read')
  @ApiOperation({ summary: "Cashiers' days, newest first" })
  @ApiOkResponse({ type: PageOf(CashDayView) })
  list(@Query() query: CashDaysQuery, @CurrentActor() actor: Actor): Promise<Page<CashDayView>> {
    const filters = [
      ['status = ?', query.status],
      ['cashier = ?', query.cashier],
      ['opened_at >= ?', query.from],
      ['opened_at < ?', query.until],
    ] as const;
    return this.lists.page({ ...CASH_DAY_LIST, filters, view: cashDayView }, actor, query);
  }

  @Get(':id')
  @Requires('cash.read')
  @ApiOperation({ summary: "A cashier's day, with all that moved and what lies in the drawer by the books" })
  @ApiOkResponse({ type: CashDaySheetView })
  async find(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer<CashDaySheetView>> {
    const day = await this.lists.one<StoredCashDay>(CASH_DAY_LIST, actor, id);
    return ok(await this.sheets.of(day), { version: day.version });
  }

  @Get(':id/content')
  @Requires('cash.read')
  @ApiOperation({ summary: 'The record of the count of a closed day, as PDF' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async print(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    const day = await this.lists.one<StoredCashDay>(CASH_DAY_LIST, actor, id);
    const paper = await this.papers.find({ about: id, form: 'cash-count' });
    if (!paper || day.closedAt === null) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const { closedAt } = day;
    const { name, superior } = paper.issuer;
    const agency = { name, superior, place: placeOfIssuer(paper.issuer) };
    const pdf = await this.papers.pdf(paper, async () =>
      printCashCount({ sheet: await this.sheets.of(day), closedAt, agency }),
    );
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `inline; filename="kiem-ke-quy-${id}.pdf"`,
      length: pdf.length,
    });
  }

  @Post()
  @Requires('cash.keep')
  @ApiOperation({ summary: 'Counts the cash in your drawer, and begins the day' })
  @ApiCreatedResponse({ type: CashDayView })
  open(@Body() body: OpenCashDayRequest, @CurrentActor() actor: Actor): Promise<Answer<CashDayView>> {
    const { note = null } = body;
    const advance = body.advance ? { amount: body.advance.amount, number: numberOf(body.advance) } : null;
    return this.commands.run(this.openCashDay, { count: countOf(body), note, advance, newId, actor });
  }

  @Post(':id/vouchers')
  @Requires('cash.keep')
  @ApiOperation({ summary: 'Brings cash of your drawer to the account at the treasury, or gives change back' })
  @ApiCreatedResponse({ type: CashDayView })
  bringAway(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: VoucherRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<CashDayView>> {
    const { kind, amount, dated } = body;
    const number = numberOf(body);
    return this.commands.run(this.bringCashAway, { id, version, kind, number, amount, dated, actor, newId });
  }

  @Post(':id/count')
  @Requires('cash.keep')
  @ApiOperation({ summary: 'Counts your drawer at the end of the day: closed where the books say the same' })
  @ApiCreatedResponse({ type: CashDayView })
  count(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: CashCountRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<CashDayView>> {
    const command = { id, version, count: countOf(body), note: body.note ?? null, actor };
    return this.commands.run(this.countCashDay, command);
  }

  @Post(':id/confirmation')
  @Requires('cash.confirm')
  @ApiOperation({ summary: 'A second person confirms a difference, and closes the day; or sends it back' })
  @ApiCreatedResponse({ type: CashDayView })
  confirm(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { confirmed, note }: ConfirmCashDayRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<CashDayView>> {
    return this.commands.run(this.confirmCashDay, { id, version, confirmed, note, actor });
  }

  @Post(':id/settlements')
  @Requires('cash.confirm')
  @ApiOperation({
    summary: 'Says what became of the difference of a closed day: made good, written off, or gone to the treasury',
  })
  @ApiCreatedResponse({ type: CashSettlementView })
  settle(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { act, amount, number: typed, note }: SettleDifferenceRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<CashSettlementView>> {
    const number = typedNumber(typed);
    return this.commands.run(this.settleDifference, { id, settlementId: newId(), act, amount, number, note, actor });
  }
}
