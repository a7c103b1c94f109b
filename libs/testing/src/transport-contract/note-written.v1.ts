import { IsString } from 'class-validator';

/** A line was added to a note. Key: the note. An ordinary event: it says what changed. */
export class NoteWrittenV1 {
  static readonly type = 'vn.motcua.note.written.v1';
  static readonly topic = 'motcua.note';
  @IsString() readonly line!: string;
}
