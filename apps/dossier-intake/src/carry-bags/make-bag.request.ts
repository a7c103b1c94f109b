import { Text, TextList } from '@motcua/platform';

export class MakeBagRequest {
  @Text({ max: 40, example: 'H48.90', description: 'Office that receives the bag, such as the post' })
  readonly to!: string;

  @TextList({ min: 1, max: 500, description: 'Ids of the dossiers whose results are in it' })
  readonly dossiers!: readonly string[];

  @Text({ optional: true, nullable: true, max: 60, description: 'Number of the seal' })
  readonly seal?: string | null;
}
