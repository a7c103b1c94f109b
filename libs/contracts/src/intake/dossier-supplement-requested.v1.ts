import { Count, InstantText, ListOf, Nested, Text, Uuid } from '../shared/fields.js';
import { OfficerReference } from '../shared/officer-reference.js';
import { SupplementItem } from '../shared/supplement-item.js';

/** The one-stop asks for papers or corrections before acceptance (R9). Key: dossierId. Producer: dossier-intake. */
export class DossierSupplementRequestedV1 {
  static readonly type = 'vn.motcua.dossier.supplement-requested.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @Text() readonly code!: string;
  @Text() readonly applicantRef!: string;
  /** 1 for the first request of the dossier. */
  @Count() readonly number!: number;
  @InstantText() readonly requestedAt!: string;
  @ListOf(() => SupplementItem) readonly items!: readonly SupplementItem[];
  @InstantText() readonly deadlineAt!: string;
  @Nested(() => OfficerReference) readonly requestedBy!: OfficerReference;
}
