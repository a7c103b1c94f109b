import { Nested } from '@motcua/platform';
import { CappedCountView } from './capped-count.view.js';

/** How many tasks a list has. */
export class ListCountsView {
  @Nested(() => CappedCountView) readonly open!: CappedCountView;
  @Nested(() => CappedCountView) readonly overdue!: CappedCountView;
  @Nested(() => CappedCountView, { description: 'Not late yet, due within `dueWithinHours`' })
  readonly dueSoon!: CappedCountView;
}
