import { Text, Whole } from '@motcua/platform';

export class DemandedFeeView {
  @Text() readonly code!: string;
  @Text({ description: 'phi: service fee; lePhi: state charge' }) readonly kind!: string;
  @Text() readonly name!: string;
  @Whole({ description: 'Đồng' }) readonly amount!: number;
}
