import { withOffset } from '@motcua/kernel';
import { InstantText, Text, Whole } from '@motcua/platform';
import type { NoteFileRow } from '../../persistence/case-notes.js';

export class NoteFileView {
  @Whole({ min: 1, description: 'Number within the note' }) readonly n!: number;
  @Text() readonly name!: string;
  @Text() readonly mediaType!: string;
  @Text() readonly sha256!: string;
  @Whole() readonly size!: number;
  @InstantText() readonly addedAt!: string;
}

export const noteFileView = (row: NoteFileRow, name: string): NoteFileView => ({
  n: row.n,
  name,
  mediaType: row.media_type,
  sha256: row.sha256,
  size: row.size,
  addedAt: withOffset(row.added_at),
});
