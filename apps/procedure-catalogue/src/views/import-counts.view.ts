import { Whole } from '@motcua/platform';

export class ImportCountsView {
  @Whole()
  readonly created!: number;

  @Whole()
  readonly updated!: number;

  @Whole()
  readonly unchanged!: number;

  @Whole()
  readonly refused!: number;
}
