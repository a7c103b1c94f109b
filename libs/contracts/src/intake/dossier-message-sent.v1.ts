import { AnyInstant, AnyListOf, AnyText, Count, Flag, Nested, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';

/**
 * Applicant or office wrote about a dossier; what they wrote is read there. Key: dossierId. Producer: dossier-intake.
 */
export class DossierMessageSentV1 {
  static readonly type = 'vn.motcua.dossier.message-sent.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @Count() readonly number!: number;
  @AnyInstant() readonly sentAt!: string;
  @Flag() readonly fromApplicant!: boolean;
  /** Null: the applicant. */
  @Nested(() => OfficerReference, { nullable: true }) readonly by!: OfficerReference | null;
  /** Officers to be told of what an applicant wrote. */
  @AnyListOf(() => OfficerReference) readonly tell!: readonly OfficerReference[];
}
