import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import {
  Database,
  decodeCursor,
  openText,
  type Page,
  pageOf,
  type PageQuery,
  type PlatformCode,
  SealingConfig,
  type SendableFile,
  sql,
} from '@motcua/platform';
import { NOTE_FILES, type NoteFileRow, type NoteRow, NOTES } from '../../persistence/case-notes.js';
import { noteFileView } from './note-file.view.js';
import { type NoteView, noteView } from './note.view.js';

/** The notes of a case, opened. */
@Injectable()
export class ReadNotes {
  constructor(
    private readonly database: Database,
    private readonly sealing: SealingConfig,
  ) {}

  /** The newest first. */
  async page(dossierId: string, { cursor, limit }: PageQuery): Promise<Page<NoteView>> {
    const [last] = decodeCursor(cursor, 1) ?? [];
    const before = typeof last === 'number' ? last : null;
    const rows = await this.database.query<NoteRow & { readonly correctedBy: number | null }>(sql`
      SELECT ${NOTES.columns('m')}, c.n AS "correctedBy"
      FROM case_note m LEFT JOIN case_note c ON c.dossier_id = m.dossier_id AND c.corrects = m.n
      WHERE m.dossier_id = ${dossierId} AND (${before}::int IS NULL OR m.n < ${before}::int)
      ORDER BY m.n DESC LIMIT ${limit + 1}`);
    const files = await this.filesOf(
      dossierId,
      rows.map(({ n }) => n),
    );
    return pageOf(
      rows,
      limit,
      ({ n }) => [n],
      (row) =>
        noteView(row, this.opened(row.sealed), {
          correctedBy: row.correctedBy,
          files: files
            .filter(({ note }) => note === row.n)
            .map((file) => noteFileView(file, this.opened(file.sealed_name))),
        }),
    );
  }

  /** @throws Refusal RESOURCE.NOT_FOUND */
  async file(dossierId: string, note: number, n: number): Promise<SendableFile> {
    const found = (await this.filesOf(dossierId, [note])).find((one) => one.n === n);
    if (!found) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const { sha256, size, media_type: mediaType, sealed_name: name } = found;
    return { sha256, size, mediaType, name: this.opened(name) };
  }

  private filesOf(dossierId: string, notes: readonly number[]): Promise<NoteFileRow[]> {
    return this.database.query<NoteFileRow>(sql`
      SELECT ${NOTE_FILES.columns('f')} FROM case_note_file f
      WHERE f.dossier_id = ${dossierId} AND f.note = ANY (${notes}::int[]) ORDER BY f.note, f.n`);
  }

  private opened(sealed: string): string {
    return openText(this.sealing.sealingKey, sealed);
  }
}
