import { AnyInstant, AnyText, Nested, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';

/** A return was a mistake and is taken back: the result is at the office. Key: dossierId. Producer: dossier-intake. */
export class DossierReturnUndoneV1 {
  static readonly type = 'vn.motcua.dossier.return-undone.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @AnyText() readonly applicantRef!: string;
  @AnyInstant() readonly undoneAt!: string;
  @Nested(() => OfficerReference) readonly undoneBy!: OfficerReference;
  /** As the applicant reads it (R21). */
  @AnyText() readonly reason!: string;
}
