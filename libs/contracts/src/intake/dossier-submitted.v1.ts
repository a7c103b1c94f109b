import { ComponentFile } from '../shared/component-file.js';
import { FeeLine } from '../shared/fee-line.js';
import { Count, Flag, InstantText, ListOf, MayBeAbsent, Nullable, OneOf, Text, Uuid } from '../shared/fields.js';
import {
  CHANNELS,
  LANGUAGES,
  RETURN_METHODS,
  SUBJECTS,
  SUBMITTED_STATUSES,
  type Channel,
  type Language,
  type ReturnMethod,
  type Subject,
  type SubmittedStatus,
} from '../shared/vocabulary.js';

/**
 * A dossier got its code and its fee lines (R1, R16); the tariff and policies of that instant bind. Key:
 * dossierId. Producer: dossier-intake.
 */
export class DossierSubmittedV1 {
  static readonly type = 'vn.motcua.dossier.submitted.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @Text() readonly code!: string;
  @Text() readonly procedureCode!: string;
  @Count() readonly procedureVersion!: number;
  @Text() readonly procedureName!: string;
  @Text() readonly variant!: string;
  @OneOf(CHANNELS) readonly channel!: Channel;
  @Text() readonly receivingAgency!: string;
  @Text() readonly competentAgency!: string;
  @Text() readonly applicantRef!: string;
  /** Subject of the token that submitted. */
  @Text() readonly submittedBy!: string;
  @OneOf(LANGUAGES) readonly language!: Language;
  @InstantText() readonly submittedAt!: string;
  @OneOf(SUBMITTED_STATUSES) readonly status!: SubmittedStatus;
  @ListOf(() => FeeLine) readonly feeLines!: readonly FeeLine[];
  /** R6; null where it is not online, or a fee is due first. */
  @Nullable() @InstantText() readonly receptionDueAt!: string | null;
  /** The national portal's own code (R22). */
  @Nullable() @Text() readonly portalCode!: string | null;
  /** What kind of applicant it is; absent, as the fields below, in events of earlier releases. */
  @MayBeAbsent() @Nullable() @OneOf(SUBJECTS) readonly applicantKind?: Subject | null;
  /** How the applicant wants the result. */
  @MayBeAbsent() @Nullable() @OneOf(RETURN_METHODS) readonly deliveryMethod?: ReturnMethod | null;
  @MayBeAbsent() @Nullable() @ListOf(() => ComponentFile) readonly files?: readonly ComponentFile[] | null;
  /** What it says of the applicant is what the National Population Database says (R19). */
  @MayBeAbsent() @Nullable() @Flag() readonly populationDataUsed?: boolean | null;
}
