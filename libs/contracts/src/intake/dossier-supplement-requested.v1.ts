import { AnyInstant, AnyListOf, AnyText, Count, Nested, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';
import { SupplementItem } from '../shared/supplement-item.js';

/** The one-stop asks for papers or corrections before acceptance (R9). Key: dossierId. Producer: dossier-intake. */
export class DossierSupplementRequestedV1 {
  static readonly type = 'vn.motcua.dossier.supplement-requested.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @AnyText() readonly applicantRef!: string;
  /** 1 for the first request of the dossier. */
  @Count() readonly number!: number;
  @AnyInstant() readonly requestedAt!: string;
  @AnyListOf(() => SupplementItem) readonly items!: readonly SupplementItem[];
  @AnyInstant() readonly deadlineAt!: string;
  @Nested(() => OfficerReference) readonly requestedBy!: OfficerReference;
}
