import { LINE_OUTCOMES, type LineOutcome } from '@motcua/fee-domain';
import { OneOf, PageQuery } from '@motcua/platform';

export class StatementLinesQuery extends PageQuery {
  @OneOf(LINE_OUTCOMES, { optional: true }) readonly outcome?: LineOutcome;
}
