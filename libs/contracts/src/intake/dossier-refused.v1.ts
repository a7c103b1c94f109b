import { AnyInstant, AnyListOf, AnyText, Nested, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';
import { SupplementItem } from '../shared/supplement-item.js';

/**
 * A dossier was not accepted, with its reason and what is at fault (R21, form 03). Key: dossierId. Producer:
 * dossier-intake.
 */
export class DossierRefusedV1 {
  static readonly type = 'vn.motcua.dossier.refused.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @AnyText() readonly applicantRef!: string;
  @AnyInstant() readonly refusedAt!: string;
  @AnyText() readonly reason!: string;
  @AnyListOf(() => SupplementItem) readonly faults!: readonly SupplementItem[];
  /** Null where a supplement expired (R9). */
  @Nested(() => OfficerReference, { nullable: true }) readonly refusedBy!: OfficerReference | null;
}
