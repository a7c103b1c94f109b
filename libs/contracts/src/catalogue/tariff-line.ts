import { Amount, AnyText, Day, EachOneOf, Nested, OneOf } from '@motcua/fields';
import {
  CHANNELS,
  FEE_KINDS,
  SUBJECTS,
  TARIFF_COLLECTION_TIMES,
  type Channel,
  type FeeKind,
  type Subject,
  type TariffCollectionTime,
} from '../shared/vocabulary.js';

import { TariffMeasure } from './tariff-measure.js';

/** One dated fee or charge of a procedure (R16). A null amount is not set yet by the provincial council. */
export class TariffLine {
  @AnyText() readonly code!: string;
  @OneOf(FEE_KINDS) readonly kind!: FeeKind;
  @AnyText() readonly name!: string;
  @Amount({ nullable: true }) readonly amount!: number | null;
  /** Null: every variant. */
  @AnyText({ nullable: true }) readonly variant!: string | null;
  @EachOneOf(CHANNELS) readonly channels!: readonly Channel[];
  @OneOf(TARIFF_COLLECTION_TIMES) readonly collectedAt!: TariffCollectionTime;
  @Day() readonly validFrom!: string;
  /** First day on which it no longer holds. */
  @Day({ nullable: true }) readonly validTo!: string | null;
  @AnyText() readonly legalBasis!: string;
  /** Null: every kind of applicant; absent, as the measure, in events of earlier releases. */
  @EachOneOf(SUBJECTS, { optional: true, nullable: true }) readonly applicants?: readonly Subject[] | null;
  /** What the amount is for so many units of; null: the amount is what is owed. */
  @Nested(() => TariffMeasure, { optional: true, nullable: true }) readonly measure?: TariffMeasure | null;
}
