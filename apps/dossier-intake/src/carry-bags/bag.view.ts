import { answersFor, BAG_CONTENTS, BAG_STATUSES, type BagContents, type BagStatus } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import { InstantText, JsonObject, ListOf, OneOf, Text, Uuid, Whole } from '@motcua/platform';
import { bagNumber, type BagRow } from '../persistence/bag-row.js';
import { BagItemView } from './bag-item.view.js';
import { endsOf } from './bag-facts.js';
import { SettledItemView } from './settled-item.view.js';

/** A bag with its manifest, and what was found when it was counted. */
export class BagView {
  @Uuid() readonly id!: string;
  @Whole({ description: 'The ETag, without quotes' }) readonly version!: number;
  @Text({ example: 'H48.12-T000017', description: 'As its label shows it' }) readonly number!: string;
  @OneOf(BAG_CONTENTS) readonly contents!: BagContents;
  @OneOf(BAG_STATUSES) readonly status!: BagStatus;
  @Text() readonly from!: string;
  @Text() readonly to!: string;
  @Text({ description: 'Office that answers for what is in it now' }) readonly answerable!: string;
  @Text({ nullable: true }) readonly seal!: string | null;
  @ListOf(() => BagItemView, { max: 500 }) readonly items!: readonly BagItemView[];
  @InstantText() readonly madeAt!: string;
  @Text() readonly madeBy!: string;
  @InstantText({ nullable: true }) readonly handedOverAt!: string | null;
  @Text({ nullable: true }) readonly handedOverBy!: string | null;
  @Text({ nullable: true }) readonly takenOverBy!: string | null;
  @JsonObject({
    nullable: true,
    description: '`at`, `by`, `reason`, `sentBack`: it was recalled or sent back uncounted',
  })
  readonly comingBack!: object | null;
  @InstantText({ nullable: true }) readonly countedAt!: string | null;
  @Text({ nullable: true }) readonly countedBy!: string | null;
  @JsonObject({ nullable: true, description: '`missing` and `unexpected` codes; null until it is counted' })
  readonly differences!: object | null;
  @ListOf(() => SettledItemView, { max: 500 }) readonly settled!: readonly SettledItemView[];
}

export const bagView = (row: BagRow): BagView => ({
  id: row.id,
  version: row.version,
  number: bagNumber(row),
  contents: row.contents,
  status: row.status,
  from: row.fromAgency,
  to: row.toAgency,
  answerable: answersFor(row.status, endsOf(row), row.comingBack !== null),
  seal: row.seal,
  items: row.items,
  madeAt: withOffset(row.madeAt),
  madeBy: row.madeBy.name,
  handedOverAt: row.handedOverAt && withOffset(row.handedOverAt),
  handedOverBy: row.handedOverBy?.name ?? null,
  takenOverBy: row.takenOverBy,
  comingBack: row.comingBack && { ...row.comingBack, by: row.comingBack.by.name },
  countedAt: row.countedAt && withOffset(row.countedAt),
  countedBy: row.countedBy?.name ?? null,
  differences: row.differences,
  settled: row.settled.map((one) => ({ ...one, by: one.by.name })),
});
