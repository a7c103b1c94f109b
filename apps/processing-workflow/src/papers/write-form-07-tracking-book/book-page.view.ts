import { ListOf, Text } from '@motcua/platform';
import { BookLineView } from './book-line.view.js';

export class BookPageView {
  @ListOf(() => BookLineView) readonly items!: readonly BookLineView[];
  @Text({ nullable: true }) readonly next!: string | null;
}
