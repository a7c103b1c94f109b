import { Nested, Text } from '@motcua/platform';
import { BankAccountView } from './bank-account.view.js';

export class InstructionsView {
  @Text() readonly text!: string;
  @Text({ description: 'Payment reference to quote' }) readonly content!: string;
  @Nested(() => BankAccountView, { nullable: true }) readonly account!: BankAccountView | null;
  @Text({
    nullable: true,
    max: 300,
    description:
      'Text of a VietQR code, filled in with account, amount and reference; as a picture at `/orders/{id}/vietqr`',
  })
  readonly vietQr!: string | null;
}
