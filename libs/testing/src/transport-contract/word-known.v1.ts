import { IsString } from 'class-validator';

/** What notes may refer to, on a topic of its own. Key: the word. */
export class WordKnownV1 {
  static readonly type = 'vn.motcua.word.known.v1';
  static readonly topic = 'motcua.word';
  static readonly snapshot = true;
  @IsString() readonly line!: string;
}
