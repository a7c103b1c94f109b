import { Text, Whole } from '@motcua/platform';
import { TariffLinesShape } from '../shapes/tariff-lines.shape.js';
import type { TariffRecord } from '@motcua/catalogue-domain';

export class TariffView extends TariffLinesShape {
  @Text({ example: '1.001686' })
  readonly procedure!: string;

  @Whole({ min: 1 })
  readonly revision!: number;
}

export type TariffBody = Omit<TariffRecord, 'imported'>;

export const tariffView = ({ procedure, revision, lines }: TariffRecord): TariffBody => ({
  procedure,
  revision,
  lines,
});
