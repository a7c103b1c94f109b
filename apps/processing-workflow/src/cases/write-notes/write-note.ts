import { created } from '@motcua/platform';
import { numberOfNote } from '@motcua/processing-domain';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { officersCaseKind } from '../../change/case-kind.js';
import { type NoteView, noteView } from './note.view.js';

interface WriteNote extends CaseCommand {
  readonly text: string;
  readonly sealed: string;
  readonly corrects: number | null;
}

/** An officer of an agency that the case concerns writes into it: nothing else of the case changes, nobody is told. */
export const WRITE_NOTE = officersCaseKind<WriteNote, NoteView>({
  hands: 'concerned',
  needs: { note: ({ corrects }) => corrects },
  decide: ({ state, officer, now, notes: { last, named } }, { sealed, corrects, actor }) => {
    const n = numberOfNote({ last, officer, corrects, corrected: named });
    return {
      decided: { state, facts: [] },
      toldOnly: true,
      action: 'noteWritten',
      detail: { n, corrects },
      note: {
        dossier_id: state.dossierId,
        n,
        written_at: now,
        officer_subject: officer.subject,
        officer_name: officer.name,
        agency: actor.agency ?? null,
        corrects,
        sealed,
      },
    };
  },
  answer: ({ note }, _, { text }) => {
    if (!note) throw new Error('what is written is a note');
    const location = `/workflow/v1/cases/${note.dossier_id}/notes`;
    return created(noteView(note, text, { correctedBy: null, files: [] }), { location });
  },
});
