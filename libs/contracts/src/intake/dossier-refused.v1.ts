import { InstantText, ListOf, Nested, Nullable, Text, Uuid } from '../shared/fields.js';
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
  @Text() readonly code!: string;
  @Text() readonly applicantRef!: string;
  @InstantText() readonly refusedAt!: string;
  @Text() readonly reason!: string;
  @ListOf(() => SupplementItem) readonly faults!: readonly SupplementItem[];
  /** Null where a supplement expired (R9). */
  @Nullable() @Nested(() => OfficerReference) readonly refusedBy!: OfficerReference | null;
}
