import { Nested, Text } from '@motcua/platform';
import { BankAccountView } from './bank-account.view.js';

export class InstructionsView {
  @Text() readonly text!: string;
  @Text({ description: 'To be named when paying' }) readonly content!: string;
  @Nested(() => BankAccountView, { nullable: true }) readonly account!: BankAccountView | null;
}
