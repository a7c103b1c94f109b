import { Nested, Text } from '@motcua/platform';
import { PayerLine } from '../settlement/payer.line.js';

export class ReplaceReceiptRequest {
  @Text({ max: 500, description: 'Reason, printed on the new receipt' }) readonly reason!: string;

  @Nested(() => PayerLine, {
    optional: true,
    description: 'The person that paid; default: the applicant, as the dossier names them now',
  })
  readonly payer?: PayerLine;
}
