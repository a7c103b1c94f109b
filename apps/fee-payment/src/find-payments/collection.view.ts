import { COLLECTION_TIMES, type CollectionTime } from '@motcua/fee-domain';
import { OneOf, Whole } from '@motcua/platform';

export class CollectionView {
  @OneOf(COLLECTION_TIMES) readonly collectedAt!: CollectionTime;
  @Whole({ description: 'đồng' }) readonly amount!: number;
  @Whole({ description: 'Amount still to be paid, đồng' }) readonly owed!: number;
  @OneOf(['nothingToPay', 'owed', 'paid']) readonly status!: string;
}
