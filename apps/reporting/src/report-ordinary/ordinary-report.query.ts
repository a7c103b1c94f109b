import { OneOf } from '@motcua/platform';
import { FiguresQuery } from '../read-figures/figures.query.js';
import { BREAKDOWNS, type Breakdown } from '../read-figures/line-counts.js';

export class OrdinaryReportQuery extends FiguresQuery {
  @OneOf(BREAKDOWNS, { optional: true, description: 'Breakdown of the lines' })
  readonly by: Breakdown = 'agency';
}
