import { AnyInstant, AnyText, Nested, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';

/**
 * The acceptance was a mistake and is undone: the dossier waits for its reception again, and its slip holds no more. Key:
 * dossierId. Producer: dossier-intake.
 */
export class DossierAcceptanceUndoneV1 {
  static readonly type = 'vn.motcua.dossier.acceptance-undone.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @AnyText() readonly applicantRef!: string;
  @AnyInstant() readonly undoneAt!: string;
  @Nested(() => OfficerReference) readonly undoneBy!: OfficerReference;
  /** As the applicant reads it (R21). */
  @AnyText() readonly reason!: string;
}
