import { AnyInstant, AnyListOf, AnyText, AnyTextList, Count, Nested, OneOf, Uuid } from '@motcua/fields';
import { FeeLine } from '../shared/fee-line.js';
import { OfficerReference } from '../shared/officer-reference.js';
import { PartyReference } from '../shared/party-reference.js';
import { RETURN_METHODS, SUBJECTS, type ReturnMethod, type Subject } from '../shared/vocabulary.js';

/**
 * What a dossier says was corrected after its submission, or it was forwarded to another office. Who the applicant is goes
 * with `applicant.named`. Key: dossierId. Producer: dossier-intake.
 */
export class DossierCorrectedV1 {
  static readonly type = 'vn.motcua.dossier.corrected.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  /** Of the correction, from 1 on. */
  @Count() readonly number!: number;
  @AnyInstant() readonly correctedAt!: string;
  @Nested(() => OfficerReference) readonly correctedBy!: OfficerReference;
  /** JSON pointers of what is otherwise, without what it says. */
  @AnyTextList() readonly fields!: readonly string[];
  /** The dossier as it is from now on. */
  @AnyText() readonly applicantRef!: string;
  @AnyListOf(() => PartyReference) readonly parties!: readonly PartyReference[];
  @OneOf(SUBJECTS) readonly applicantKind!: Subject;
  @AnyText() readonly variant!: string;
  @AnyText() readonly receivingAgency!: string;
  @AnyText() readonly competentAgency!: string;
  @OneOf(RETURN_METHODS) readonly deliveryMethod!: ReturnMethod;
  /** All that it owes, paid or not (R16). */
  @AnyListOf(() => FeeLine) readonly feeLines!: readonly FeeLine[];
}
