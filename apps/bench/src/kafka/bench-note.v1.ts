import { IsInt, IsString } from 'class-validator';

/** The event that is measured: about as long as those of a dossier. */
export class BenchNoteV1 {
  static readonly type = 'vn.motcua.bench-note.written.v1';
  static readonly topic = 'motcua.bench';
  @IsInt() readonly n!: number;
  @IsString() readonly text!: string;
}

export const noteOf = (n: number): BenchNoteV1 => ({ n, text: 'Hồ sơ đề nghị cấp lại giấy chứng nhận. '.repeat(9) });
