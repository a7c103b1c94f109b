import { ListOf, Whole } from '@motcua/platform';
import { PileView } from './pile.view.js';

export class CashCountView {
  @Whole({ description: 'đồng' }) readonly sum!: number;
  @ListOf(() => PileView, { nullable: true, description: 'null: only the sum was said' })
  readonly piles!: readonly PileView[] | null;
}
