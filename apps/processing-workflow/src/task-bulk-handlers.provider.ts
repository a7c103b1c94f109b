import type { Provider } from '@nestjs/common';
import { BULK_HANDLERS, type BulkHandler } from '@motcua/platform';
import { TaskReader } from './access/task-reader.js';
import { CaseCommands } from './change/case-commands.js';
import { CompleteInBulk } from './tasks/complete-task/complete-in-bulk.js';
import { HoldInBulk } from './tasks/hold-task/hold-in-bulk.js';

/** What officers may do to many tasks at once. */
export const TASK_BULK_HANDLERS: Provider = {
  provide: BULK_HANDLERS,
  inject: [CaseCommands, TaskReader],
  useFactory: (commands: CaseCommands, tasks: TaskReader): BulkHandler[] => [
    ...(['claim', 'release', 'assign'] as const).map((action) => new HoldInBulk(action, commands)),
    ...(['forward', 'approve'] as const).map((action) => new CompleteInBulk(action, commands, tasks)),
  ],
};
