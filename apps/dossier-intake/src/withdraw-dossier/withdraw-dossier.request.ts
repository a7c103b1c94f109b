import { Text } from '@motcua/platform';

export class WithdrawDossierRequest {
  @Text({ max: 2000 })
  readonly reason!: string;
}
