import { Count, InstantText, ListOf, Nested, Uuid } from '../shared/fields.js';
import { OfficerReference } from '../shared/officer-reference.js';
import { SupplementItem } from '../shared/supplement-item.js';

/**
 * The case asks the applicant for papers or corrections; its clock may pause (R8). Key: dossierId. Producer:
 * processing-workflow.
 */
export class CaseSupplementRequestedV1 {
  static readonly type = 'vn.motcua.case.supplement-requested.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  /** Counts every request of the dossier, those before acceptance too. */
  @Count() readonly number!: number;
  @InstantText() readonly requestedAt!: string;
  @ListOf(() => SupplementItem) readonly items!: readonly SupplementItem[];
  @InstantText() readonly deadlineAt!: string;
  @Nested(() => OfficerReference) readonly requestedBy!: OfficerReference;
}
