import { Whole } from '@motcua/platform';

export class CountsView {
  @Whole() readonly matched!: number;
  @Whole() readonly amountDiffers!: number;
  @Whole() readonly onlyOurs!: number;
  @Whole() readonly onlyTheirs!: number;
}
