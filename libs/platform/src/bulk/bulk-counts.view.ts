import { Whole } from '@motcua/fields';

export class BulkCountsView {
  @Whole() readonly total!: number;
  @Whole({ description: 'Not worked on yet' }) readonly waiting!: number;
  @Whole({ description: 'Done; in a preview: would be done' }) readonly done!: number;
  @Whole({ description: 'Refused, each with its reason' }) readonly refused!: number;
  @Whole({ description: 'The system failed at these; nothing was changed' }) readonly failed!: number;
}
