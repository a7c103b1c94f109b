import { BulkTargetRequest, Flag, ListOf, Nested, OneOf, Text, Uuid } from '@motcua/platform';
import { TaskFilterRequest } from './task-filter.request.js';
import { TASK_ACTIONS, type TaskAction } from './task-parameters.js';

/** One action on many tasks: those in `items`, those that a `filter` finds, or those that a `preview` would have done. */
export class DoInBulkRequest {
  @OneOf(TASK_ACTIONS, {
    optional: true,
    description: 'forward and approve complete the task with the outcome of that name, or the `outcome` that is given',
  })
  readonly action?: TaskAction;

  @ListOf(() => BulkTargetRequest, { optional: true, max: 1000, description: 'Tasks, each as it was seen' })
  readonly items?: readonly BulkTargetRequest[];

  @Nested(() => TaskFilterRequest, { optional: true }) readonly filter?: TaskFilterRequest;

  @Uuid({ optional: true, description: 'A finished preview of mine, to be applied to what it would have done' })
  readonly preview?: string;

  @Flag({ optional: true, description: 'A preview: what would happen to each, and nothing changed' })
  readonly dryRun: boolean = false;

  @Text({ optional: true, max: 200, description: 'For assign: subject of a registered officer' })
  readonly assignee?: string;

  @Text({ optional: true, max: 60, description: "Code of one of the steps' outcomes" }) readonly outcome?: string;
  @Text({ optional: true, max: 2000, description: 'The applicant may read it (R21)' }) readonly reason?: string;
  @Text({ optional: true, max: 2000 }) readonly comment?: string;
  @Text({ optional: true, max: 200, description: 'Subject of the officer who does the next step' })
  readonly nextAssignee?: string;
  @Flag({ optional: true, description: 'Takes an unheld task first' }) readonly takeFirst?: boolean;
}
