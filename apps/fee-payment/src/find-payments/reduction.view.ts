import { Text, Whole } from '@motcua/platform';

export class ReductionView {
  @Text({ example: 'QNG-ONLINE-50' }) readonly policy!: string;
  @Whole({ max: 10_000, description: '5000 is 50 %' }) readonly basisPoints!: number;
  @Text() readonly legalBasis!: string;
}
