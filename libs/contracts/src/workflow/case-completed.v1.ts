import { InstantText, Nullable, OneOf, Text, Uuid } from '../shared/fields.js';
import { CASE_OUTCOMES, type CaseOutcome } from '../shared/vocabulary.js';

/** The case is processed; what is left is the return. Key: dossierId. Producer: processing-workflow. */
export class CaseCompletedV1 {
  static readonly type = 'vn.motcua.case.completed.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @InstantText() readonly completedAt!: string;
  @OneOf(CASE_OUTCOMES) readonly outcome!: CaseOutcome;
  @Nullable() @Text() readonly resultCode!: string | null;
}
