import { AnyInstant, AnyText, Count, Nested, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';

/** Before the acceptance the applicant got more time for a supplement (R9). Key: dossierId. Producer: dossier-intake. */
export class DossierSupplementDeadlineMovedV1 {
  static readonly type = 'vn.motcua.dossier.supplement-deadline-moved.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @Count() readonly number!: number;
  @AnyInstant() readonly movedAt!: string;
  @AnyText() readonly reason!: string;
  @Nested(() => OfficerReference) readonly by!: OfficerReference;
  @AnyInstant() readonly previousDeadlineAt!: string;
  @AnyInstant() readonly deadlineAt!: string;
}
