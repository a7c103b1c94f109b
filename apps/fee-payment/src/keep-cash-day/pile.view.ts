import { DENOMINATIONS } from '@motcua/fee-domain';
import { Whole } from '@motcua/platform';

/** How many notes or coins of one kind there are, said and shown alike. */
export class PileView {
  @Whole({ min: 1, max: 1_000_000, description: `đồng: ${DENOMINATIONS.join(', ')}`, example: 100_000 })
  readonly denomination!: number;
  @Whole({ max: 1_000_000 }) readonly pieces!: number;
}
