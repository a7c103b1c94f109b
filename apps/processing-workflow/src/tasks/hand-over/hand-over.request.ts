import { Text } from '@motcua/platform';

export class HandOverRequest {
  @Text({ max: 40, description: 'Identifier of the agency whose officers do the task from now on (R2, R23)' })
  readonly agency!: string;

  @Text({ max: 2000, description: 'Why; it stays in the history (R21)' })
  readonly reason!: string;
}
