import { Nested } from '@motcua/platform';
import { GroupView } from './group.view.js';

export class GroupsView {
  @Nested(() => GroupView, { optional: true }) readonly transparency?: GroupView;
  @Nested(() => GroupView, { optional: true }) readonly progress?: GroupView;
  @Nested(() => GroupView, { optional: true }) readonly onlineServices?: GroupView;
  @Nested(() => GroupView, { optional: true }) readonly payment?: GroupView;
  @Nested(() => GroupView, { optional: true }) readonly digitisation?: GroupView;
  @Nested(() => GroupView, { optional: true }) readonly satisfaction?: GroupView;
}
