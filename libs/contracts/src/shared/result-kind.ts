import { AnyText, OneOf } from '@motcua/fields';
import { CASE_OUTCOMES, type CaseOutcome } from './vocabulary.js';

/** A result that a procedure may end with, and the decision that it belongs to. */
export class ResultKind {
  @AnyText() readonly code!: string;
  @AnyText() readonly name!: string;
  @OneOf(CASE_OUTCOMES) readonly decision!: CaseOutcome;
}
