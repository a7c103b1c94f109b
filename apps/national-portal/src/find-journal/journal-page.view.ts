import { ListOf, Text } from '@motcua/platform';
import { JournalRowView } from '../journal/journal-row.view.js';

export class JournalPageView {
  @ListOf(() => JournalRowView) readonly items!: readonly JournalRowView[];
  @Text({ nullable: true, description: 'Cursor of the next page' }) readonly next!: string | null;
}
