import { Text } from '@motcua/platform';

export class MaintainFieldRequest {
  @Text({ max: 300, example: 'Thú y' })
  readonly name!: string;
}
