import { Text } from '@motcua/platform';

export class UndoMoveRequest {
  @Text({ max: 2000, description: 'Why; it stays in the history of each case' }) readonly reason!: string;
}
