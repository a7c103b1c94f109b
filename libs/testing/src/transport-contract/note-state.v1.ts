import { IsString } from 'class-validator';

/** The whole note as it is now. Key: the note. A snapshot: a consumer may start with any of them. */
export class NoteStateV1 {
  static readonly type = 'vn.motcua.note.state.v1';
  static readonly topic = 'motcua.note';
  static readonly snapshot = true;
  @IsString() readonly line!: string;
}
