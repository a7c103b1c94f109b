import { POLICY_KINDS, type PolicyKind } from '@motcua/contracts';
import { Day, Nested, OneOf, Text, Whole } from '@motcua/platform';
import { BeneficiaryShape } from './beneficiary.shape.js';
import { PolicyScopeShape } from './policy-scope.shape.js';

export class PolicyContentShape {
  @OneOf(POLICY_KINDS)
  readonly kind!: PolicyKind;

  @Text({ max: 300 })
  readonly name!: string;

  @Whole({ min: 1, max: 10_000, description: '5000 is 50 %' })
  readonly basisPoints!: number;

  @Text({ max: 1000, example: 'Điều 2 Nghị quyết số 11/2022/NQ-HĐND' })
  readonly legalBasis!: string;

  @Day()
  readonly validFrom!: string;

  @Day({ optional: true, nullable: true, description: 'First day on which it no longer holds' })
  readonly validTo: string | null = null;

  @Nested(() => PolicyScopeShape)
  readonly scope!: PolicyScopeShape;

  @Nested(() => BeneficiaryShape, { optional: true, nullable: true, description: 'Null: for every applicant' })
  readonly beneficiary: BeneficiaryShape | null = null;
}
