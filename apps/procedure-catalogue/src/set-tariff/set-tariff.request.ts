import { ListOf } from '@motcua/platform';
import { TariffLineRequest } from './tariff-line.request.js';

/** All lines of the procedure; none where nothing is ever owed. */
export class SetTariffRequest {
  @ListOf(() => TariffLineRequest, { max: 500 })
  readonly lines!: readonly TariffLineRequest[];
}
