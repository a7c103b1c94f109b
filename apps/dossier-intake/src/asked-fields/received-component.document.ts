import { Flag, Text, Whole } from '@motcua/platform';

/** What came of one component, as it is given and shown. */
export class ReceivedComponentDocument {
  @Text({ max: 100, description: 'Code of the document component' }) readonly component!: string;
  @Whole({ min: 0, max: 1000, description: 'Originals that the office keeps (bản chính)' }) readonly originals!: number;
  @Whole({ min: 0, max: 1000, description: 'Copies that the office keeps (bản sao)' }) readonly copies!: number;
  @Flag({ optional: true, description: 'The original was compared and given back at once (đối chiếu)' })
  readonly seenAndReturned: boolean = false;
}
