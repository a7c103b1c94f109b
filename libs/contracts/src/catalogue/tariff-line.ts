import { Amount, DayText, EachOneOf, Nullable, OneOf, Text } from '../shared/fields.js';
import {
  CHANNELS,
  COLLECTION_TIMES,
  FEE_KINDS,
  type Channel,
  type CollectionTime,
  type FeeKind,
} from '../shared/vocabulary.js';

/** One dated fee or charge of a procedure (R16). A null amount is not set yet by the provincial council. */
export class TariffLine {
  @Text() readonly code!: string;
  @OneOf(FEE_KINDS) readonly kind!: FeeKind;
  @Text() readonly name!: string;
  @Nullable() @Amount() readonly amount!: number | null;
  /** Null: every variant. */
  @Nullable() @Text() readonly variant!: string | null;
  @EachOneOf(CHANNELS) readonly channels!: readonly Channel[];
  @OneOf(COLLECTION_TIMES) readonly collectedAt!: CollectionTime;
  @DayText() readonly validFrom!: string;
  /** First day on which it no longer holds. */
  @Nullable() @DayText() readonly validTo!: string | null;
  @Text() readonly legalBasis!: string;
}
