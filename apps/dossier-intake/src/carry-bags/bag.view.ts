import { BAG_STATUSES, type BagStatus } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import { InstantText, JsonObject, ListOf, OneOf, Text, Uuid, Whole } from '@motcua/platform';
import type { BagRow } from '../persistence/bag-row.js';
import { BagItemView } from './bag-item.view.js';

/** A bag with its manifest, and what was found when it was counted. */
export class BagView {
  @Uuid() readonly id!: string;
  @Whole({ description: 'The ETag, without quotes' }) readonly version!: number;
  @OneOf(BAG_STATUSES) readonly status!: BagStatus;
  @Text() readonly from!: string;
  @Text() readonly to!: string;
  @Text({ nullable: true }) readonly seal!: string | null;
  @ListOf(() => BagItemView, { max: 500 }) readonly items!: readonly BagItemView[];
  @InstantText() readonly madeAt!: string;
  @Text() readonly madeBy!: string;
  @InstantText({ nullable: true }) readonly handedOverAt!: string | null;
  @Text({ nullable: true }) readonly handedOverBy!: string | null;
  @InstantText({ nullable: true }) readonly countedAt!: string | null;
  @Text({ nullable: true }) readonly countedBy!: string | null;
  @JsonObject({ nullable: true, description: '`missing` and `unexpected` codes; null until it is counted' })
  readonly differences!: object | null;
}

export const bagView = (row: BagRow): BagView => ({
  id: row.id,
  version: row.version,
  status: row.status,
  from: row.fromAgency,
  to: row.toAgency,
  seal: row.seal,
  items: row.items,
  madeAt: withOffset(row.madeAt),
  madeBy: row.madeBy.name,
  handedOverAt: row.handedOverAt && withOffset(row.handedOverAt),
  handedOverBy: row.handedOverBy?.name ?? null,
  countedAt: row.countedAt && withOffset(row.countedAt),
  countedBy: row.countedBy?.name ?? null,
  differences: row.differences,
});
