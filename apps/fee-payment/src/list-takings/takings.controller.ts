import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Agencies } from '@motcua/catalogue-copy';
import { currentIdentifier, Refusal, VIETNAM } from '@motcua/kernel';
import {
  type Actor,
  agenciesOf,
  CurrentActor,
  Database,
  decodeCursor,
  type Page,
  pageOf,
  PageOf,
  permittedReach,
  Requires,
} from '@motcua/platform';
import type { PaymentCode } from '../problems.js';
import { TakingView } from './taking.view.js';
import { TakingsQuery } from './takings.query.js';
import { takingsStatement } from './takings-statement.js';

/** So many days a list of what was taken may cover. */
const MOST_DAYS = 366;

@Controller('v1/takings')
@ApiTags('cashier')
@Requires('ledger.read')
export class TakingsController {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Amounts taken and given back, by day, agency, officer and way' })
  @ApiOkResponse({ type: PageOf(TakingView) })
  async list(
    @Query() { from, until, agency: named, officer, method, cursor, limit }: TakingsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<TakingView>> {
    const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(until)];
    const days = first.until(last).days + 1;
    if (days < 1 || days > MOST_DAYS)
      throw new Refusal<PaymentCode>('PAYMENT.PERIOD_EMPTY', { from, until, mostDays: MOST_DAYS });
    const start = first.toZonedDateTime(VIETNAM).toInstant();
    const end = last.add({ days: 1 }).toZonedDateTime(VIETNAM).toInstant();
    const agency = named === undefined ? null : currentIdentifier(named);
    const isAll = permittedReach(actor, 'ledger.read') === 'all';
    const codes = isAll ? null : await this.agencies.subtrees(agenciesOf(actor));
    const after = decodeCursor(cursor, 4)?.map(String) ?? null;
    const wanted = { start, end, codes, agency, officer: officer ?? null, method: method ?? null };
    const rows = await this.database.query<TakingView>(takingsStatement(wanted, after, limit + 1));
    return pageOf(
      rows,
      limit,
      (row) => [row.day, row.agency, row.officer ?? '', row.method],
      (row) => row,
    );
  }
}
