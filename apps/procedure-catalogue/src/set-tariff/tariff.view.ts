import { Text, Whole } from '@motcua/platform';
import { SetTariffRequest } from './set-tariff.request.js';

export class TariffView extends SetTariffRequest {
  @Text({ example: '1.001686' })
  readonly procedure!: string;

  @Whole({ min: 1 })
  readonly revision!: number;
}
