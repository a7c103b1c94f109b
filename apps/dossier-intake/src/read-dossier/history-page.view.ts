import { ListOf, Text } from '@motcua/platform';
import { HistoryLineView } from './history-line.view.js';

export class HistoryPageView {
  @ListOf(() => HistoryLineView) readonly items!: readonly HistoryLineView[];
  @Text({ nullable: true }) readonly next!: string | null;
}
