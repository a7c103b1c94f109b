import { OneOf, Text, Whole } from '@motcua/platform';

export const LEDGER_ACCOUNT_KINDS = [
  'advanced',
  'bank',
  'cashOver',
  'cashShort',
  'clearing',
  'drawer',
  'due',
  'kept',
  'payer',
  'unallocated',
  'writtenOff',
] as const;
export type LedgerAccountKind = (typeof LEDGER_ACCOUNT_KINDS)[number];

export class LedgerAccountView {
  @Text({ description: 'Name, by which accounts are ordered', example: 'due/H48.12/phi' }) readonly account!: string;
  @OneOf(LEDGER_ACCOUNT_KINDS, {
    description:
      'Places of money: drawer, bank, clearing (the payment platform), cashShort (owed by a cashier), writtenOff (missing for good). Debts of the agency: due (to the treasury), payer, unallocated, kept, cashOver, advanced (change of the agency)',
  })
  readonly kind!: LedgerAccountKind;
  @Whole({ description: 'Came onto it, đồng' }) readonly debits!: number;
  @Whole({ description: 'Went from it, đồng' }) readonly credits!: number;
  @Whole({
    min: Number.MIN_SAFE_INTEGER,
    description: 'Amount that it holds, or that is due to its owner, đồng; never below 0',
  })
  readonly balance!: number;
}
