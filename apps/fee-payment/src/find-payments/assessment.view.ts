import { InstantText, ListOf, OneOf, Text, Uuid, Whole } from '@motcua/platform';
import { AssessedLineView } from './assessed-line.view.js';
import { CollectionView } from './collection.view.js';

export class AssessmentView {
  @Uuid() readonly dossierId!: string;
  @Text() readonly code!: string;
  @Text() readonly procedureCode!: string;
  @Text() readonly procedureName!: string;
  @Whole({ description: 'Sum of all lines, đồng' }) readonly total!: number;
  @Whole({ description: 'Amount still to be paid, đồng; what was paid in part is taken off' }) readonly owed!: number;
  @Whole({ description: 'Amount received that is not yet enough to settle a collection time, đồng' })
  readonly unallocated!: number;
  @Whole({ description: 'Amount received less refunds, surplus included, đồng' }) readonly balance!: number;
  @ListOf(() => CollectionView) readonly collections!: readonly CollectionView[];
  @ListOf(() => AssessedLineView) readonly lines!: readonly AssessedLineView[];
  @OneOf(['refused', 'withdrawn', 'stopped'], {
    nullable: true,
    description: 'Final status of the dossier, after which nothing is collected; null while it is open',
  })
  readonly ended!: string | null;
  @InstantText() readonly assessedAt!: string;
}
