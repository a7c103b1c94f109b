export { workflow } from './workflow.definition.js';
/** For benchmarks: the statements by which open tasks are listed. */
export { pageStatement as taskPageStatement } from './find-tasks/task-list-sql.js';
