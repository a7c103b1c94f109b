import { AmountMoved, ListOf, Text } from '@motcua/platform';
import { PileView } from './pile.view.js';

export class CashCountRequest {
  @ListOf(() => PileView, { optional: true, max: 20, description: 'Notes and coins; or only their sum' })
  readonly piles?: readonly PileView[];
  @AmountMoved({ optional: true, min: 0, description: 'Sum counted, đồng; where piles are given, theirs' })
  readonly sum?: number;
  @Text({ optional: true, max: 1000, description: 'Explanation of a difference' }) readonly note?: string;
}
