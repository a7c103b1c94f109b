import { BAG_CONTENTS, type BagContents } from '@motcua/dossier-domain';
import { OneOf, Text, TextList } from '@motcua/platform';

export class MakeBagRequest {
  @OneOf(BAG_CONTENTS, {
    optional: true,
    description:
      '`papers`: handed in here, for the office that receives them. `results` (default): to be returned there',
  })
  readonly contents?: BagContents;

  @Text({ max: 40, example: 'H48.201', description: 'Office that receives the bag, such as a post office' })
  readonly to!: string;

  @TextList({ min: 1, max: 500, description: 'Ids of the dossiers whose papers or results are in it' })
  readonly dossiers!: readonly string[];

  @Text({ optional: true, nullable: true, max: 60, description: 'Number of the seal' })
  readonly seal?: string | null;
}
