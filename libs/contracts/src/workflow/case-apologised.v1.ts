import { AnyInstant, AnyText, Nested, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';

/**
 * An agency owned up to being late: why, and by when the result comes (R13). No due date moved. Key: dossierId. Producer:
 * processing-workflow.
 */
export class CaseApologisedV1 {
  static readonly type = 'vn.motcua.case.apologised.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @AnyInstant() readonly at!: string;
  @Nested(() => OfficerReference) readonly by!: OfficerReference;
  @AnyText() readonly reason!: string;
  /** The promised date that was not kept, or cannot be. */
  @AnyInstant() readonly previousDueAt!: string;
  @AnyInstant() readonly newDueAt!: string;
}
