import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Agencies } from '@motcua/catalogue-copy';
import { currentIdentifier } from '@motcua/kernel';
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
import { LEDGER_ACCOUNT_KINDS, type LedgerAccountKind, LedgerAccountView } from './ledger-account.view.js';
import { LedgerAccountsQuery } from './ledger-accounts.query.js';
import { balancesStatement, rangesOf } from './ledger-statement.js';

interface Row {
  readonly account: string;
  readonly debits: number;
  readonly credits: number;
}

const HOLDS_MONEY: readonly LedgerAccountKind[] = ['drawer', 'bank', 'clearing', 'cashShort', 'writtenOff'];

function view({ account, debits, credits }: Row): LedgerAccountView {
  const kind = LEDGER_ACCOUNT_KINDS.find((one) => account === one || account.startsWith(`${one}/`))!;
  return { account, kind, debits, credits, balance: HOLDS_MONEY.includes(kind) ? debits - credits : credits - debits };
}

@Controller('v1/ledger-accounts')
@ApiTags('cashier')
@Requires('ledger.read')
export class ShowLedgerController {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Balances of the ledger, by name of the account; officers see those of their agencies' })
  @ApiOkResponse({ type: PageOf(LedgerAccountView) })
  async list(
    @Query() { kind, agency: named, cursor, limit }: LedgerAccountsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<LedgerAccountView>> {
    const agency = named === undefined ? undefined : currentIdentifier(named);
    const ranges = rangesOf(await this.within(actor, agency), kind);
    const [after = ''] = decodeCursor(cursor, 1) ?? [];
    const rows = await this.database.query<Row>(balancesStatement(ranges, String(after), limit + 1));
    return pageOf(rows, limit, ({ account }) => [account], view);
  }

  /** Null: all. */
  private async within(actor: Actor, agency: string | undefined): Promise<readonly string[] | null> {
    if (permittedReach(actor, 'ledger.read') === 'all') return agency === undefined ? null : [agency];
    const codes = await this.agencies.subtrees(agenciesOf(actor));
    return agency === undefined ? codes : codes.filter((code) => code === agency);
  }
}
