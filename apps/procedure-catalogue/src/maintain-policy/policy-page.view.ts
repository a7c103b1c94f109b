import { ListOf, Text } from '@motcua/platform';
import { PolicyView } from './policy.view.js';

export class PolicyPageView {
  @ListOf(() => PolicyView)
  readonly items!: readonly PolicyView[];

  @Text({ nullable: true })
  readonly next!: string | null;
}
