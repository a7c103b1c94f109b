import { Text, Whole } from '@motcua/platform';

export class ReceiptLineView {
  @Text() readonly code!: string;
  @Text() readonly name!: string;
  @Whole({ description: 'đồng' }) readonly net!: number;
}
