import { Text } from '@motcua/platform';

export class BillView {
  @Text({ max: 2000 }) readonly billUrl!: string;
}
