import { Text } from '@motcua/platform';

export class TakeAsEnoughRequest {
  @Text({ max: 2000, description: 'Why the rest is not needed (R21)' }) readonly reason!: string;
}
