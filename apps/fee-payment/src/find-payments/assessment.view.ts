import { InstantText, ListOf, OneOf, Text, Uuid, Whole } from '@motcua/platform';
import { AssessedLineView } from './assessed-line.view.js';
import { CollectionView } from './collection.view.js';

export class AssessmentView {
  @Uuid() readonly dossierId!: string;
  @Text() readonly code!: string;
  @Text() readonly procedureCode!: string;
  @Text() readonly procedureName!: string;
  @Whole({ description: 'đồng, of all lines' }) readonly total!: number;
  @Whole({ description: 'đồng, still owed' }) readonly owed!: number;
  @Whole({ description: 'đồng, received less refunded, surplus included' }) readonly balance!: number;
  @ListOf(() => CollectionView) readonly collections!: readonly CollectionView[];
  @ListOf(() => AssessedLineView) readonly lines!: readonly AssessedLineView[];
  @OneOf(['refused', 'withdrawn', 'stopped'], { nullable: true, description: 'Why nothing is collected any more' })
  readonly ended!: string | null;
  @InstantText() readonly assessedAt!: string;
}
