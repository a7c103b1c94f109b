import { Text } from '@motcua/platform';

export class ImportFaultView {
  @Text({ description: 'JSON pointer into the request', example: '/items/3/executionMethods/0/submissionMethod' })
  readonly pointer!: string;

  @Text()
  readonly code!: string;

  @Text()
  readonly detail!: string;
}
