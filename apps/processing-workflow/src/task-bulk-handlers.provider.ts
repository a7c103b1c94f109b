import type { Provider } from '@nestjs/common';
import { BULK_HANDLERS, type BulkHandler } from '@motcua/platform';
import { CompleteTask } from './tasks/complete-task/complete-task.use-case.js';
import { HoldTask } from './tasks/hold-task/hold-task.use-case.js';
import { CaseStore } from './persistence/case-store.js';
import { TaskReader } from './access/task-reader.js';
import { CompleteInBulk } from './tasks/complete-task/complete-in-bulk.js';
import { HoldInBulk } from './tasks/hold-task/hold-in-bulk.js';

/** What officers may do to many tasks at once. */
export const TASK_BULK_HANDLERS: Provider = {
  provide: BULK_HANDLERS,
  inject: [HoldTask, CompleteTask, TaskReader, CaseStore],
  useFactory: (holding: HoldTask, completion: CompleteTask, tasks: TaskReader, cases: CaseStore): BulkHandler[] => {
    const parts = { holding, completion, tasks, cases };
    return [
      ...(['claim', 'release', 'assign'] as const).map((action) => new HoldInBulk(action, holding)),
      ...(['forward', 'approve'] as const).map((action) => new CompleteInBulk(action, parts)),
    ];
  },
};
