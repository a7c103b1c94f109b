import { ListOf, Text } from '@motcua/platform';
import { DemandedFeeRequest } from './demanded-fee.request.js';

export class DemandFeeRequest {
  @ListOf(() => DemandedFeeRequest, { min: 1, max: 20 })
  readonly lines!: readonly DemandedFeeRequest[];

  @Text({ max: 2000, description: 'A sentence for the applicant: why it is owed now (R21)' })
  readonly reason!: string;

  @Text({ max: 300, example: 'Thông tư số 44/2018/TT-BTC', description: 'The decision or notice by which it is owed' })
  readonly legalBasis!: string;
}
