import { AnyInstant, AnyText, OneOf, Uuid } from '@motcua/fields';
import { CASE_OUTCOMES, type CaseOutcome } from '../shared/vocabulary.js';

/** The case is processed; what is left is the return. Key: dossierId. Producer: processing-workflow. */
export class CaseCompletedV1 {
  static readonly type = 'vn.motcua.case.completed.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @AnyInstant() readonly completedAt!: string;
  @OneOf(CASE_OUTCOMES) readonly outcome!: CaseOutcome;
  @AnyText({ nullable: true }) readonly resultCode!: string | null;
}
