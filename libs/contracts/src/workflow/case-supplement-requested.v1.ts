import { AnyInstant, AnyListOf, Count, Nested, Uuid } from '@motcua/fields';
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
  @AnyInstant() readonly requestedAt!: string;
  @AnyListOf(() => SupplementItem) readonly items!: readonly SupplementItem[];
  @AnyInstant() readonly deadlineAt!: string;
  @Nested(() => OfficerReference) readonly requestedBy!: OfficerReference;
}
