import { BasisPoints, Text } from '@motcua/platform';

export class TargetRequest {
  @BasisPoints({ example: 3000, description: 'At least this share, in basis points: 3000 is 30 %' })
  readonly share!: number;

  @Text({
    optional: true,
    nullable: true,
    max: 300,
    example: 'Quyết định số 985/QĐ-TTg',
    description: 'The decision that sets it',
  })
  readonly basis?: string | null;
}
