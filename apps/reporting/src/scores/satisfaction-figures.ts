import { Whole } from '@motcua/platform';

/** People's opinion, and their petitions. */
export class SatisfactionFigures {
  @Whole() readonly satisfied!: number;
  @Whole() readonly dossiers!: number;
  @Whole() readonly petitionsInTime!: number;
  @Whole() readonly petitionsSatisfied!: number;
  @Whole() readonly petitions!: number;
}
