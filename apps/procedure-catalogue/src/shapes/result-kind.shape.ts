import { CASE_OUTCOMES, type CaseOutcome } from '@motcua/contracts';
import { OneOf } from '@motcua/platform';
import { NamedCodeShape } from './named-code.shape.js';

/** A result that the procedure may end with. The letter of refusal need not be listed: every procedure has it. */
export class ResultKindShape extends NamedCodeShape {
  @OneOf(CASE_OUTCOMES, {
    optional: true,
    description: 'The decision that it belongs to: only results of the decision taken are signed; granted when absent',
  })
  readonly decision: CaseOutcome = 'granted';
}
