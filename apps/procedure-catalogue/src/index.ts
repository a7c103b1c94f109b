export { catalogue } from './catalogue.definition.js';
/** For benchmarks: what was typed is understood, and the statement by which it is searched. */
export { searchStatement } from './find-procedures/search-statement.js';
export { understand } from './find-procedures/understand.js';
