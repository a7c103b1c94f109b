import { AmountMoved, Day, Flag, Text } from '@motcua/platform';

export class OtherDueRequest {
  @Text({ max: 300, example: 'Lệ phí trước bạ nhà, đất' }) readonly name!: string;
  @AmountMoved({ description: 'As the notice of the body says, đồng' }) readonly amount!: number;
  @Text({ max: 300, example: 'Thuế cơ sở 2 tỉnh Quảng Ngãi', description: 'Body that collects it' })
  readonly collector!: string;
  @Text({ max: 300, example: 'Thông báo số 12/TB-TCS2', description: 'The decision or notice by which it is owed' })
  readonly legalBasis!: string;
  @Text({ max: 1000, description: 'Place and way of payment, for the applicant' }) readonly howToPay!: string;
  @Day({ optional: true, nullable: true, description: 'Last day of payment, as its body says' })
  readonly payBy?: string | null;
  @Flag({ description: 'The result waits for the proof of payment' }) readonly holdsBack!: boolean;
}
