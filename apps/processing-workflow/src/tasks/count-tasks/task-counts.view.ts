import { Nested } from '@motcua/platform';
import { ListCountsView } from './list-counts.view.js';

/** The work list's tabs, as its `assignee` names them. */
export class TaskCountsView {
  @Nested(() => ListCountsView) readonly me!: ListCountsView;
  @Nested(() => ListCountsView) readonly role!: ListCountsView;
  @Nested(() => ListCountsView) readonly agency!: ListCountsView;
}
