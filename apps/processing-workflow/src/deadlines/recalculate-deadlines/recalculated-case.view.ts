import { JsonObject, ListOf, OneOf, Text, Uuid } from '@motcua/platform';
import { MoveView } from './move.view.js';

/** What the revision of the calendar does, or did, to a case. */
export class RecalculatedCaseView {
  @Uuid() readonly dossierId!: string;
  @Text() readonly code!: string;
  @OneOf(['moved', 'kept', 'unchanged']) readonly outcome!: string;
  @ListOf(() => MoveView) readonly moves!: readonly MoveView[];
  @JsonObject({
    description:
      'By deadline, why one stays that the calendar would move: alreadyPassed (a delay is not cured, R11) or wouldHavePassed (nothing is back-dated, R12)',
  })
  readonly kept!: object;
}
