import { Whole } from '@motcua/platform';

export class CountsView {
  @Whole() readonly matched!: number;
  @Whole() readonly amountDiffers!: number;
  @Whole({ description: 'They list it, and the books do not have it' }) readonly missingHere!: number;
  @Whole({ description: 'The books have it, and they do not list it' }) readonly missingThere!: number;
  @Whole() readonly unknownReference!: number;
  @Whole({ description: 'Payments back that differ, or that only one side has' }) readonly refundDiffers!: number;
  @Whole({ description: 'Of another agency, which compares it itself' }) readonly elsewhere!: number;
}
