import { Text } from '@motcua/platform';

/** Who is named on a receipt as having paid. */
export class PayerLine {
  @Text({ max: 200, example: 'Trần Văn Nộp' }) readonly fullName!: string;
  @Text({ max: 500, optional: true, nullable: true, example: 'Tổ 5, phường Nghĩa Lộ, tỉnh Quảng Ngãi' })
  readonly address: string | null = null;
}
