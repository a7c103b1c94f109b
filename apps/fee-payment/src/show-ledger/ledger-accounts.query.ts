import { OneOf, PageQuery, Text } from '@motcua/platform';
import { LEDGER_ACCOUNT_KINDS, type LedgerAccountKind } from './ledger-account.view.js';

export class LedgerAccountsQuery extends PageQuery {
  @OneOf(LEDGER_ACCOUNT_KINDS, { optional: true }) readonly kind?: LedgerAccountKind;
  @Text({ optional: true, names: 'agency', max: 40, description: 'Agency: its accounts alone, of those that name one' })
  readonly agency?: string;
}
