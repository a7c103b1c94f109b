import { Text, Whole } from '@motcua/platform';

/** A paper beyond the list of the procedure, as it is given and shown. */
export class FurtherPaperDocument {
  @Text({ max: 200, example: 'Hợp đồng thuê bến' }) readonly name!: string;
  @Whole({ min: 0, max: 1000 }) readonly originals!: number;
  @Whole({ min: 0, max: 1000 }) readonly copies!: number;
}
