import {
  type Channel,
  CHANNELS,
  TARIFF_COLLECTION_TIMES,
  type TariffCollectionTime,
  FEE_KINDS,
  type FeeKind,
  type Subject,
  SUBJECTS,
} from '@motcua/contracts';
import { Day, Nested, OneOf, Text, TextList, Whole } from '@motcua/platform';
import { TariffMeasureShape } from './tariff-measure.shape.js';

/** One dated fee or charge (R16). */
export class TariffLineShape {
  @Text({ max: 60 })
  readonly code!: string;

  @OneOf(FEE_KINDS)
  readonly kind!: FeeKind;

  @Text({ max: 1000 })
  readonly name!: string;

  @Whole({
    nullable: true,
    max: 1_000_000_000_000,
    description: 'Đồng; null: not set yet by the provincial council, which blocks the announcement',
  })
  readonly amount!: number | null;

  @Text({ optional: true, nullable: true, max: 60, description: 'Null: every variant' })
  readonly variant: string | null = null;

  @TextList({ min: 1, max: 3, values: CHANNELS })
  readonly channels!: readonly Channel[];

  @OneOf(TARIFF_COLLECTION_TIMES)
  readonly collectedAt!: TariffCollectionTime;

  @Day()
  readonly validFrom!: string;

  @Day({ optional: true, nullable: true, description: 'First day on which it no longer holds' })
  readonly validTo: string | null = null;

  @Text({ max: 1000 })
  readonly legalBasis!: string;

  @TextList({
    optional: true,
    nullable: true,
    min: 1,
    max: 4,
    values: SUBJECTS,
    description: 'Null: every kind of applicant',
  })
  readonly applicants: readonly Subject[] | null = null;

  @Nested(() => TariffMeasureShape, { optional: true, nullable: true, description: 'Null: the amount is what is owed' })
  readonly measure: TariffMeasureShape | null = null;
}
