export { catalogue } from './catalogue.definition.js';
/** For benchmarks and for specs that read plans: the statement by which procedures are searched, and its terms. */
export { searchStatement } from './find-procedures/list-statement.js';
export { searchTerms } from './find-procedures/search-terms.js';
