import { FeeLine } from '../shared/fee-line.js';
import { Count, InstantText, ListOf, Nullable, OneOf, Text, Uuid } from '../shared/fields.js';
import {
  CHANNELS,
  LANGUAGES,
  SUBMITTED_STATUSES,
  type Channel,
  type Language,
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
}
