export { workflow } from './workflow.definition.js';
