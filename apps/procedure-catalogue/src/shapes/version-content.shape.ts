import {
  AGENCY_LEVELS,
  type AgencyLevel,
  type Channel,
  CHANNELS,
  ONLINE_LEVELS,
  type OnlineLevel,
  PROCEDURE_LEVELS,
  type ProcedureLevel,
  type Subject,
  SUBJECTS,
  SUPPLEMENT_POLICIES,
  type SupplementPolicy,
} from '@motcua/contracts';
import { Flag, JsonObject, ListOf, OneOf, Text, TextList, Whole } from '@motcua/platform';
import { NamedCodeShape } from './named-code.shape.js';
import { ResultKindShape } from './result-kind.shape.js';
import { VariantShape } from './variant.shape.js';

/** What a version says of a procedure: asked for in a draft, and shown of every version. */
export class VersionContentShape {
  @Text({ max: 2000 })
  readonly name!: string;

  @Text({ max: 60, description: 'Code of the field', example: 'G10-NN12' })
  readonly field!: string;

  @OneOf(PROCEDURE_LEVELS)
  readonly level!: ProcedureLevel;

  @TextList({
    optional: true,
    nullable: true,
    min: 1,
    max: 500,
    description: 'The competent agencies; null where competentLevel is given',
  })
  readonly competentAgencies: readonly string[] | null = null;

  @OneOf(AGENCY_LEVELS, {
    optional: true,
    nullable: true,
    description: 'Any agency of this level is competent for its own territory',
  })
  readonly competentLevel: AgencyLevel | null = null;

  @OneOf(ONLINE_LEVELS)
  readonly onlineLevel!: OnlineLevel;

  @Text({ optional: true, nullable: true, max: 1000, description: 'Published reason why it is only partly online' })
  readonly onlineLevelReason: string | null = null;

  @Whole({ optional: true, nullable: true, min: 1, max: 4, description: 'Level on the older scale' })
  readonly legacyOnlineLevel: number | null = null;

  @TextList({ min: 1, max: 3, values: CHANNELS })
  readonly channels!: readonly Channel[];

  @TextList({ min: 1, max: 4, values: SUBJECTS })
  readonly subjects!: readonly Subject[];

  @ListOf(() => VariantShape, { min: 1, max: 50 })
  readonly variants!: readonly VariantShape[];

  @OneOf(SUPPLEMENT_POLICIES, { optional: true })
  readonly supplementPolicy: SupplementPolicy = 'pause';

  @Whole({ optional: true, min: 1, max: 365, description: 'Working days that the applicant has for a supplement (R9)' })
  readonly supplementTermWorkingDays: number = 10;

  @Flag({
    optional: true,
    description: 'Whether the term waits for the payment of a fee that arises after the acceptance',
  })
  readonly paymentPausesTerm: boolean = true;

  @JsonObject({ description: 'JSON Schema (2020-12) of the form data' })
  readonly formSchema!: Readonly<Record<string, unknown>>;

  @ListOf(() => ResultKindShape, { max: 50 })
  readonly results!: readonly ResultKindShape[];

  @ListOf(() => NamedCodeShape, { max: 100 })
  readonly legalBasis!: readonly NamedCodeShape[];

  @Text({ optional: true, nullable: true, max: 50_000 })
  readonly conditions: string | null = null;

  @Text({ optional: true, nullable: true, max: 50_000 })
  readonly instructions: string | null = null;
}
