import { AnyInstant, AnyText, Count, Nested, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';

/**
 * The one-stop took a supplement request back before the acceptance: the dossier is registered again, within the time that it had
 * (R6). Key: dossierId. Producer: dossier-intake.
 */
export class DossierSupplementCancelledV1 {
  static readonly type = 'vn.motcua.dossier.supplement-cancelled.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @Count() readonly number!: number;
  @AnyInstant() readonly cancelledAt!: string;
  @AnyText() readonly reason!: string;
  @Nested(() => OfficerReference) readonly by!: OfficerReference;
}
