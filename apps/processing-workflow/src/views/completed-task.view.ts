import { Nested } from '@motcua/platform';
import { CaseView } from './case.view.js';
import { TaskView } from './task.view.js';

/** The task as it was closed, and the case as it goes on. */
export class CompletedTaskView extends TaskView {
  @Nested(() => CaseView) readonly case!: CaseView;
}
