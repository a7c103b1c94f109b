import { Text } from '@motcua/platform';

export class BankAccountView {
  @Text() readonly number!: string;
  @Text({ min: 0 }) readonly name!: string;
  @Text({ min: 0 }) readonly bank!: string;
}
