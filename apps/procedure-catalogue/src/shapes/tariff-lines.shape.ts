import { ListOf } from '@motcua/platform';
import { TariffLineShape } from './tariff-line.shape.js';

/** All lines of the procedure; none where nothing is ever owed. */
export class TariffLinesShape {
  @ListOf(() => TariffLineShape, { max: 500 })
  readonly lines!: readonly TariffLineShape[];
}
