import { Flag, Text } from '@motcua/platform';

export class DecideReversalRequest {
  @Flag({ description: 'false: what was entered stands' }) readonly approved!: boolean;
  @Text({ max: 1000, description: 'Reason of the decision' }) readonly note!: string;
}
