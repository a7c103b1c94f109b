export { workflow } from './workflow.definition.js';
/** For benchmarks and for specs that read plans: the texts of SQL by which open tasks are listed. */
export * as TASK_LISTS from './find-tasks/task-list-sql.js';
