import { Day, Text } from '@motcua/platform';

export class RepealRequest {
  @Day({ description: 'First day on which the procedure is no longer there' })
  readonly from!: string;

  @Text({ max: 100, example: '202/QĐ-UBND' })
  readonly decisionNumber!: string;
}
