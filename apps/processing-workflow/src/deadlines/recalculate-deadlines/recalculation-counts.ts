import { Whole } from '@motcua/platform';

/** How many cases were looked at so far, by what became of them. */
export class RecalculationCounts {
  @Whole() readonly moved!: number;
  @Whole() readonly kept!: number;
  @Whole() readonly unchanged!: number;
}
