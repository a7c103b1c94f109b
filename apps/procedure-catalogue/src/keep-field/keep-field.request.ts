import { Text } from '@motcua/platform';

export class KeepFieldRequest {
  @Text({ max: 300, example: 'Thú y' })
  readonly name!: string;
}
