import { ListOf } from '@motcua/platform';
import { JournalRowView } from '../journal/journal-row.view.js';
import { AttemptView } from './attempt.view.js';

/** One record with every call that was made for it. */
export class JournalEntryView extends JournalRowView {
  @ListOf(() => AttemptView) readonly calls!: readonly AttemptView[];
}
