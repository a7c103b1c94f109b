import { type Queries, rowTable, sql } from '@motcua/platform';
import type { WrittenNote } from '@motcua/processing-domain';

/** What an officer wrote into a case; never changed. */
export interface NoteRow {
  readonly dossier_id: string;
  /** Its number in the case. */
  readonly n: number;
  readonly written_at: Temporal.Instant;
  readonly officer_subject: string;
  readonly officer_name: string;
  /** Agency that the officer wrote for. */
  readonly agency: string | null;
  /** The note that it corrects. */
  readonly corrects: number | null;
  /** The text, sealed: officers write about persons. */
  readonly sealed: string;
}

export const NOTES = rowTable<NoteRow>('case_note', {
  dossier_id: 'key',
  n: 'key',
  written_at: 'fixed',
  officer_subject: 'fixed',
  officer_name: 'fixed',
  agency: 'fixed',
  corrects: 'fixed',
  sealed: 'fixed',
});

/** A file of a note; its content lies in the file store. */
export interface NoteFileRow {
  readonly dossier_id: string;
  readonly note: number;
  /** Its number in the note. */
  readonly n: number;
  readonly added_at: Temporal.Instant;
  readonly sha256: string;
  readonly size: number;
  readonly media_type: string;
  /** Its name, sealed: files are called after persons. */
  readonly sealed_name: string;
}

export const NOTE_FILES = rowTable<NoteFileRow>('case_note_file', {
  dossier_id: 'key',
  note: 'key',
  n: 'key',
  added_at: 'fixed',
  sha256: 'fixed',
  size: 'fixed',
  media_type: 'fixed',
  sealed_name: 'fixed',
});

/** What a further note or file is decided from. */
export interface NotesOfCase {
  /** Number of the last note; 0 where there is none. */
  readonly last: number;
  /** The one that the command names. */
  readonly named: WrittenNote | undefined;
}

interface NamedRow {
  readonly dossierId: string;
  readonly last: number;
  readonly n: number | null;
  readonly subject: string;
  readonly name: string;
  readonly correctedBy: number | null;
  readonly files: number;
}

/** Of the cases of several commands; the cases are locked. */
export async function notesOfCases(
  queries: Queries,
  asked: readonly { readonly dossierId: string; readonly note: number | null }[],
): Promise<ReadonlyMap<string, NotesOfCase>> {
  if (asked.length === 0) return new Map();
  const [ids, notes] = [asked.map(({ dossierId }) => dossierId), asked.map(({ note }) => note)];
  const rows = await queries.query<NamedRow>(sql`
    SELECT a.dossier_id AS "dossierId", m.n, m.officer_subject AS subject, m.officer_name AS name, c.n AS "correctedBy",
      (SELECT coalesce(max(l.n), 0) FROM case_note l WHERE l.dossier_id = a.dossier_id) AS last,
      (SELECT count(*)::int FROM case_note_file f WHERE f.dossier_id = m.dossier_id AND f.note = m.n) AS files
    FROM unnest(${ids}::uuid[], ${notes}::int[]) AS a (dossier_id, n)
    LEFT JOIN case_note m ON m.dossier_id = a.dossier_id AND m.n = a.n
    LEFT JOIN case_note c ON c.dossier_id = m.dossier_id AND c.corrects = m.n`);
  return new Map(
    rows.map(({ dossierId, last, n, subject, name, correctedBy, files }) => [
      dossierId,
      { last, named: n === null ? undefined : { n, author: { subject, name }, correctedBy, files } },
    ]),
  );
}
