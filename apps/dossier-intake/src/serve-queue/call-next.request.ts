import { Text } from '@motcua/platform';

export class CallNextRequest {
  @Text({ max: 30, example: '3', description: 'Window (quầy) that calls' })
  readonly window!: string;
}
