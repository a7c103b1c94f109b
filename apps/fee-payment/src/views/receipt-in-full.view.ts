import { Nested } from '@motcua/platform';
import { ReceiptView } from './receipt.view.js';
import { RegistrationView } from './registration.view.js';

export class ReceiptInFullView extends ReceiptView {
  @Nested(() => RegistrationView, {
    nullable: true,
    description: 'With the provider of electronic receipts; null: the series is not electronic',
  })
  readonly registration!: RegistrationView | null;
}
