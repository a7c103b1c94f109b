import { Refusal } from '@motcua/kernel';
import { created, type PlatformCode } from '@motcua/platform';
import { numberOfNoteFile } from '@motcua/processing-domain';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { officersCaseKind } from '../../change/case-kind.js';
import { type NoteFileView, noteFileView } from './note-file.view.js';

interface AddNoteFile extends CaseCommand {
  readonly note: number;
  readonly file: {
    readonly sha256: string;
    readonly size: number;
    readonly mediaType: string;
    readonly name: string;
  };
  readonly sealedName: string;
}

/** The author of a note adds a file to it. @throws Refusal RESOURCE.NOT_FOUND */
export const ADD_NOTE_FILE = officersCaseKind<AddNoteFile, NoteFileView>({
  hands: 'concerned',
  needs: { note: ({ note }) => note },
  decide: ({ state, officer, now, notes: { named } }, { note, file: { sha256, size, mediaType }, sealedName }) => {
    if (!named) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const n = numberOfNoteFile(named, officer);
    return {
      decided: { state, facts: [] },
      toldOnly: true,
      action: 'noteFileAdded',
      detail: { note, n, sha256, size },
      noteFile: {
        dossier_id: state.dossierId,
        note,
        n,
        added_at: now,
        sha256,
        size,
        media_type: mediaType,
        sealed_name: sealedName,
      },
    };
  },
  answer: ({ noteFile }, _, { file }) => {
    if (!noteFile) throw new Error('what is added is a file');
    const { dossier_id: id, note, n } = noteFile;
    return created(noteFileView(noteFile, file.name), {
      location: `/workflow/v1/cases/${id}/notes/${note}/files/${n}/content`,
    });
  },
});
