import { Text } from '@motcua/platform';

export class DueProofRequest {
  @Text({ max: 100, example: 'GNT 0012345', description: 'Number of the proof of payment' }) readonly paper!: string;
}
