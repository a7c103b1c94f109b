import { AnyInstant, AnyListOf, AnyText, AnyTextList, Count, Flag, Nested, OneOf, Uuid } from '@motcua/fields';
import { CalendarReference } from '../shared/calendar-reference.js';
import { ComponentFile } from '../shared/component-file.js';
import { FeeReduction } from '../shared/fee-reduction.js';
import { FurtherPaper } from '../shared/further-paper.js';
import { NamedCode } from '../shared/named-code.js';
import { OfficerReference } from '../shared/officer-reference.js';
import { PartyReference } from '../shared/party-reference.js';
import { ResultKind } from '../shared/result-kind.js';
import { Term } from '../shared/term.js';
import { CHANNELS, SUPPLEMENT_POLICIES, type Channel, type SupplementPolicy } from '../shared/vocabulary.js';

/** A dossier's papers are complete and its term has begun (R3). Key: dossierId. Producer: dossier-intake. */
export class DossierAcceptedV1 {
  static readonly type = 'vn.motcua.dossier.accepted.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @AnyText() readonly procedureCode!: string;
  /** In force at acceptance, which binds term and process (R14). */
  @Count() readonly procedureVersion!: number;
  @AnyText() readonly procedureName!: string;
  @AnyText() readonly variant!: string;
  @OneOf(CHANNELS) readonly channel!: Channel;
  @AnyText() readonly receivingAgency!: string;
  @AnyText() readonly competentAgency!: string;
  @AnyText() readonly applicantRef!: string;
  @AnyText() readonly submittedBy!: string;
  /** Who else has a part in it, and so follows the case. */
  @AnyListOf(() => PartyReference) readonly parties!: readonly PartyReference[];
  @AnyInstant() readonly acceptedAt!: string;
  @Nested(() => OfficerReference) readonly acceptedBy!: OfficerReference;
  @Nested(() => Term) readonly term!: Term;
  @OneOf(SUPPLEMENT_POLICIES) readonly supplementPolicy!: SupplementPolicy;
  @Count() readonly supplementTermWorkingDays!: number;
  /** Whether the term waits for the payment of a fee that arises after the acceptance. */
  @Flag() readonly paymentPausesTerm!: boolean;
  @Nested(() => FeeReduction, { nullable: true }) readonly reduction!: FeeReduction | null;
  @Nested(() => CalendarReference) readonly calendar!: CalendarReference;
  @AnyInstant() readonly statutoryDueAt!: string;
  /** What the slip promises (R17, R18). Consumers show it and never recompute it. */
  @AnyInstant() readonly promisedDueAt!: string;
  /** The counter's receipt that moved it from `paymentRequired`. */
  @AnyText({ nullable: true }) readonly cashReceiptNumber!: string | null;
  @AnyListOf(() => ResultKind) readonly results!: readonly ResultKind[];
  /** The components that the dossier's version and variant ask for (R14). */
  @AnyListOf(() => NamedCode) readonly components!: readonly NamedCode[];
  /** JSON pointers of the fields of its form, which the applicant may be asked to correct; null where the form takes any. */
  @AnyTextList({ optional: true, nullable: true }) readonly formFields?: readonly string[] | null;
  @AnyListOf(() => ComponentFile) readonly files!: readonly ComponentFile[];
  /** What the office received on paper beyond the list. */
  @AnyListOf(() => FurtherPaper) readonly furtherPapers!: readonly FurtherPaper[];
  /** What it says of the applicant is what the National Population Database says (R19). */
  @Flag({ optional: true, nullable: true }) readonly populationDataUsed?: boolean | null;
}
