import { IsString } from 'class-validator';

export class NoteWrittenFixture {
  static readonly type = 'vn.motcua.note.written.v1';
  static readonly topic = 'motcua.note';

  @IsString()
  readonly title!: string;
}
