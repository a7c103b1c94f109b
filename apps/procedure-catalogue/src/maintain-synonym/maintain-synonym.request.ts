import { TextList } from '@motcua/platform';

export class MaintainSynonymRequest {
  @TextList({ min: 1, max: 100, description: 'What people say, such as `sổ đỏ` or `gplx`, in any spelling' })
  readonly said!: readonly string[];

  @TextList({
    max: 5,
    description: 'What the law calls it, the likeliest first; empty where it means nothing else any more',
  })
  readonly meant!: readonly string[];
}
