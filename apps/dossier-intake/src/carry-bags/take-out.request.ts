import { Text, TextList } from '@motcua/platform';

export class TakeOutRequest {
  @TextList({ min: 1, max: 500, description: 'Ids of the dossiers that are taken out' })
  readonly dossiers!: readonly string[];

  @Text({ max: 1000, example: 'Người dân đến nhận tại quầy' })
  readonly reason!: string;
}
