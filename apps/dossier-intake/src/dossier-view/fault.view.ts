import { Text } from '@motcua/platform';

export class FaultView {
  @Text({ description: 'JSON pointer' }) readonly pointer!: string;
  @Text() readonly code!: string;
  @Text() readonly detail!: string;
}
