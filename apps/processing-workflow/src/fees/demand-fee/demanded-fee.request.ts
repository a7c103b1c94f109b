import { FEE_KINDS, type FeeKind } from '@motcua/contracts';
import { OneOf, Text, Whole } from '@motcua/platform';

export class DemandedFeeRequest {
  @OneOf(FEE_KINDS, { description: 'phi: service fee; lePhi: state charge' }) readonly kind!: FeeKind;
  @Text({ max: 300, example: 'Phí thẩm định bổ sung' }) readonly name!: string;
  @Whole({ min: 1, max: 2_000_000_000, description: 'Đồng' }) readonly amount!: number;
}
