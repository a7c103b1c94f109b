import { AnyInstant, AnyText, Nested, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';

/**
 * The acceptance was a mistake and is undone: there is no case any more, until the dossier is accepted anew. Key: dossierId.
 * Producer: processing-workflow.
 */
export class CaseAcceptanceUndoneV1 {
  static readonly type = 'vn.motcua.case.acceptance-undone.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @AnyInstant() readonly undoneAt!: string;
  /** As the applicant reads it (R21). */
  @AnyText() readonly reason!: string;
  @Nested(() => OfficerReference) readonly by!: OfficerReference;
}
