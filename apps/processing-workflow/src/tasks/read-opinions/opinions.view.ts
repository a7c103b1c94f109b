import { ListOf } from '@motcua/platform';
import { OpinionView } from './opinion.view.js';

export class OpinionsView {
  @ListOf(() => OpinionView) readonly items!: readonly OpinionView[];
}
