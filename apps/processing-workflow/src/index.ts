export { workflow } from './workflow.definition.js';
/** For benchmarks: the statements by which open tasks are listed. */
export { pageStatement as taskPageStatement } from './work-list/task-list-sql.js';
