import { ListOf } from '@motcua/platform';
import { FurtherPaperDocument } from './further-paper.document.js';
import { ReceivedComponentDocument } from './received-component.document.js';

/** What was received on paper: all of it, in place of what was recorded before. */
export class ReceivedPapersDocument {
  @ListOf(() => ReceivedComponentDocument, { description: 'A component that is here and has no file is not scanned' })
  readonly components!: readonly ReceivedComponentDocument[];

  @ListOf(() => FurtherPaperDocument, { max: 50, description: 'Papers beyond the list of the procedure' })
  readonly further!: readonly FurtherPaperDocument[];
}
