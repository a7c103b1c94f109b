import { JsonObject, Text, Whole } from '@motcua/platform';

/** One line owed, in đồng (R16, R17). */
export class FeeLineView {
  @Text() readonly code!: string;
  @Text({ description: 'phi or lePhi' }) readonly kind!: string;
  @Text() readonly name!: string;
  @Whole() readonly base!: number;
  @Whole() readonly net!: number;
  @Text({ description: 'beforeAcceptance or beforeReturn' }) readonly collectedAt!: string;
  @JsonObject({ nullable: true, description: 'policy, basisPoints, legalBasis' }) readonly reduction!: object | null;
}
