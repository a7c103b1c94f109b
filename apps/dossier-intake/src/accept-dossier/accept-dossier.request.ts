import { Text } from '@motcua/platform';

export class AcceptDossierRequest {
  @Text({
    optional: true,
    nullable: true,
    max: 60,
    description: "The counter's receipt, needed where a fee is due first (6 → 2)",
  })
  readonly cashReceiptNumber?: string | null;
}
