export { intake } from './intake.definition.js';
/** For benchmarks and for specs that read plans: the statement by which dossiers are listed. */
export { type ListRequest, listStatement } from './dossier-list/dossier-list.js';
