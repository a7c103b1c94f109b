import { CalendarReference } from '../shared/calendar-reference.js';
import { ComponentFile } from '../shared/component-file.js';
import { FeeReduction } from '../shared/fee-reduction.js';
import { Count, InstantText, ListOf, Nested, Nullable, OneOf, Text, Uuid } from '../shared/fields.js';
import { NamedCode } from '../shared/named-code.js';
import { OfficerReference } from '../shared/officer-reference.js';
import { Term } from '../shared/term.js';
import { CHANNELS, SUPPLEMENT_POLICIES, type Channel, type SupplementPolicy } from '../shared/vocabulary.js';

/** A dossier's papers are complete and its term has begun (R3). Key: dossierId. Producer: dossier-intake. */
export class DossierAcceptedV1 {
  static readonly type = 'vn.motcua.dossier.accepted.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @Text() readonly code!: string;
  @Text() readonly procedureCode!: string;
  /** In force at acceptance, which binds term and process (R14). */
  @Count() readonly procedureVersion!: number;
  @Text() readonly procedureName!: string;
  @Text() readonly variant!: string;
  @OneOf(CHANNELS) readonly channel!: Channel;
  @Text() readonly receivingAgency!: string;
  @Text() readonly competentAgency!: string;
  @Text() readonly applicantRef!: string;
  @Text() readonly submittedBy!: string;
  @InstantText() readonly acceptedAt!: string;
  @Nested(() => OfficerReference) readonly acceptedBy!: OfficerReference;
  @Nested(() => Term) readonly term!: Term;
  @OneOf(SUPPLEMENT_POLICIES) readonly supplementPolicy!: SupplementPolicy;
  @Count() readonly supplementTermWorkingDays!: number;
  @Nullable() @Nested(() => FeeReduction) readonly reduction!: FeeReduction | null;
  @Nested(() => CalendarReference) readonly calendar!: CalendarReference;
  @InstantText() readonly statutoryDueAt!: string;
  /** What the slip promises (R17, R18). Consumers show it and never recompute it. */
  @InstantText() readonly promisedDueAt!: string;
  /** The counter's receipt that moved it from `paymentRequired`. */
  @Nullable() @Text() readonly cashReceiptNumber!: string | null;
  @ListOf(() => NamedCode) readonly results!: readonly NamedCode[];
  @ListOf(() => ComponentFile) readonly files!: readonly ComponentFile[];
}
