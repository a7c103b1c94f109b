import { Day, Text } from '@motcua/platform';

export class RepealView {
  @Day()
  readonly from!: string;

  @Text()
  readonly decisionNumber!: string;
}
