import { AnyInstant, AnyText, Nested, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';

/** The case ended without a result (form 05, R9). Key: dossierId. Producer: processing-workflow. */
export class CaseStoppedV1 {
  static readonly type = 'vn.motcua.case.stopped.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @AnyInstant() readonly stoppedAt!: string;
  @AnyText() readonly reason!: string;
  /** Null where a supplement expired (R9). */
  @Nested(() => OfficerReference, { nullable: true }) readonly by!: OfficerReference | null;
}
