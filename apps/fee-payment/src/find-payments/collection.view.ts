import { COLLECTION_TIMES, type CollectionTime } from '@motcua/fee-domain';
import { OneOf, Whole } from '@motcua/platform';

export class CollectionView {
  @OneOf(COLLECTION_TIMES) readonly collectedAt!: CollectionTime;
  @Whole() readonly amount!: number;
  @OneOf(['nothingToPay', 'owed', 'paid']) readonly status!: string;
}
