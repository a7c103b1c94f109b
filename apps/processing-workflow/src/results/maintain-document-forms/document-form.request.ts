import { Text } from '@motcua/platform';

export class DocumentFormRequest {
  @Text({ optional: true, nullable: true, max: 200, description: 'Code of the result; null: every other result' })
  readonly resultCode: string | null = null;

  @Text({ max: 80, example: '{number}/GCN-SNNMT', description: 'With {number} where the number stands' })
  readonly form!: string;
}
