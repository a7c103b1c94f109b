import { TextList } from '@motcua/platform';

export class CountBagRequest {
  @TextList({ max: 1000, description: 'Codes of the dossiers that were found in it' })
  readonly found!: readonly string[];
}
