import { withOffset } from '@motcua/kernel';
import { InstantText, ListOf, Nested, Text, Whole } from '@motcua/platform';
import type { NoteRow } from '../../persistence/case-notes.js';
import { OfficerView } from '../../views/officer.view.js';
import { NoteFileView } from './note-file.view.js';

/** What an officer wrote into a case, for the officers of the agencies that it concerns. */
export class NoteView {
  @Whole({ min: 1, description: 'Number within the case' }) readonly n!: number;
  @InstantText() readonly writtenAt!: string;
  @Nested(() => OfficerView) readonly officer!: OfficerView;
  @Text({ nullable: true, description: 'The agency that the officer wrote for' }) readonly agency!: string | null;
  @Text() readonly text!: string;
  @Whole({ min: 1, nullable: true, description: 'The note that it corrects' }) readonly corrects!: number | null;
  @Whole({ min: 1, nullable: true, description: 'The note that corrects it' }) readonly correctedBy!: number | null;
  @ListOf(() => NoteFileView) readonly files!: readonly NoteFileView[];
}

export const noteView = (
  row: NoteRow,
  text: string,
  { correctedBy, files }: Pick<NoteView, 'correctedBy' | 'files'>,
): NoteView => ({
  n: row.n,
  writtenAt: withOffset(row.written_at),
  officer: { subject: row.officer_subject, name: row.officer_name },
  agency: row.agency,
  text,
  corrects: row.corrects,
  correctedBy,
  files,
});
