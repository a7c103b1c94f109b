import { Text, TextList } from '@motcua/platform';

export class HandOverBagRequest {
  @TextList({
    max: 500,
    description: 'Codes of the dossiers that were counted into it; refused where the manifest says otherwise',
  })
  readonly found!: readonly string[];

  @Text({
    optional: true,
    nullable: true,
    max: 200,
    example: 'Đường thư 5, bưu tá 12',
    description: 'Person or route that takes it over',
  })
  readonly takenOverBy?: string | null;
}
