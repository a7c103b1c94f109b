import {
  AnyListOf,
  AnyText,
  AnyTextList,
  Count,
  Day,
  EachOneOf,
  Flag,
  JsonObject,
  Nested,
  OneOf,
} from '@motcua/fields';
import { NamedCode } from '../shared/named-code.js';
import { ResultKind } from '../shared/result-kind.js';
import {
  AGENCY_LEVELS,
  CHANNELS,
  ONLINE_LEVELS,
  PROCEDURE_LEVELS,
  SUBJECTS,
  SUPPLEMENT_POLICIES,
  type AgencyLevel,
  type Channel,
  type OnlineLevel,
  type ProcedureLevel,
  type Subject,
  type SupplementPolicy,
} from '../shared/vocabulary.js';
import { ProcedureVariant } from './procedure-variant.js';

/**
 * A version of a procedure was announced, in force from a date (R14). Key: procedure code. Producer: procedure-
 * catalogue.
 */
export class ProcedureVersionAnnouncedV1 {
  static readonly type = 'vn.motcua.procedure.version-announced.v1';
  static readonly topic = 'motcua.procedure';
  static readonly snapshot = true;

  @AnyText() readonly code!: string;
  @Count() readonly version!: number;
  @AnyText() readonly name!: string;
  @Nested(() => NamedCode) readonly field!: NamedCode;
  @OneOf(PROCEDURE_LEVELS) readonly level!: ProcedureLevel;
  /** Null: any agency of `competentLevel`. */
  @AnyTextList({ nullable: true }) readonly competentAgencies!: readonly string[] | null;
  @OneOf(AGENCY_LEVELS, { nullable: true }) readonly competentLevel!: AgencyLevel | null;
  @OneOf(ONLINE_LEVELS) readonly onlineLevel!: OnlineLevel;
  @EachOneOf(CHANNELS) readonly channels!: readonly Channel[];
  @EachOneOf(SUBJECTS) readonly subjects!: readonly Subject[];
  @AnyListOf(() => ProcedureVariant) readonly variants!: readonly ProcedureVariant[];
  @OneOf(SUPPLEMENT_POLICIES) readonly supplementPolicy!: SupplementPolicy;
  /** How long the applicant has for a supplement (R9). */
  @Count() readonly supplementTermWorkingDays!: number;
  /** Whether the term waits for the payment of a fee that arises after the acceptance. */
  @Flag() readonly paymentPausesTerm!: boolean;
  /** JSON Schema of the form data. */
  @JsonObject() readonly formSchema!: Readonly<Record<string, unknown>>;
  @AnyListOf(() => ResultKind) readonly results!: readonly ResultKind[];
  @AnyListOf(() => NamedCode) readonly legalBasis!: readonly NamedCode[];
  /** Of the procedure's tariff when the version was announced: whoever has an older one has not heard of it yet. Null: it had none. */
  @Count({ nullable: true }) readonly tariffRevision!: number | null;
  @AnyText() readonly decisionNumber!: string;
  @Day() readonly effectiveFrom!: string;
}
