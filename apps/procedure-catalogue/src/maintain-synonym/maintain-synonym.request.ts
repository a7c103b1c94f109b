import { TextList } from '@motcua/platform';

export class MaintainSynonymRequest {
  @TextList({ min: 1, max: 100, description: 'Terms of everyday speech, such as `sổ đỏ` or `gplx`' })
  readonly said!: readonly string[];

  @TextList({
    max: 5,
    description: 'Terms of the law, the likeliest first; an empty list switches the synonym off',
  })
  readonly meant!: readonly string[];
}
