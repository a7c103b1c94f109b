import { AnyInstant, AnyListOf, AnyText, Count, Flag, OneOf, Uuid } from '@motcua/fields';
import { ComponentFile } from '../shared/component-file.js';
import { FeeLine } from '../shared/fee-line.js';
import { PartyReference } from '../shared/party-reference.js';

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
  @AnyText() readonly code!: string;
  @AnyText() readonly procedureCode!: string;
  @Count() readonly procedureVersion!: number;
  @AnyText() readonly procedureName!: string;
  @AnyText() readonly variant!: string;
  @OneOf(CHANNELS) readonly channel!: Channel;
  @AnyText() readonly receivingAgency!: string;
  @AnyText() readonly competentAgency!: string;
  @AnyText() readonly applicantRef!: string;
  /** Subject of the token that submitted. */
  @AnyText() readonly submittedBy!: string;
  /** Who else has a part in it: co-applicants, and who is authorised. */
  @AnyListOf(() => PartyReference) readonly parties!: readonly PartyReference[];
  @OneOf(LANGUAGES) readonly language!: Language;
  @AnyInstant() readonly submittedAt!: string;
  @OneOf(SUBMITTED_STATUSES) readonly status!: SubmittedStatus;
  @AnyListOf(() => FeeLine) readonly feeLines!: readonly FeeLine[];
  /** R6; null where it is not online, or a fee is due first. */
  @AnyInstant({ nullable: true }) readonly receptionDueAt!: string | null;
  /** The national portal's own code (R22). */
  @AnyText({ nullable: true }) readonly portalCode!: string | null;
  /** The applicant was helped at a counter to submit online; absent in events of earlier releases. */
  @Flag({ optional: true, nullable: true }) readonly assisted?: boolean | null;
  /** What kind of applicant it is; absent, as the fields below, in events of earlier releases. */
  @OneOf(SUBJECTS, { optional: true, nullable: true }) readonly applicantKind?: Subject | null;
  /** How the applicant wants the result. */
  @OneOf(RETURN_METHODS, { optional: true, nullable: true }) readonly deliveryMethod?: ReturnMethod | null;
  @AnyListOf(() => ComponentFile, { optional: true, nullable: true }) readonly files?: readonly ComponentFile[] | null;
  /** What it says of the applicant is what the National Population Database says (R19). */
  @Flag({ optional: true, nullable: true }) readonly populationDataUsed?: boolean | null;
}
