export { intake } from './intake.definition.js';
/** For benchmarks and for specs that read plans: the texts of SQL by which dossiers are listed. */
export { LIST_STATEMENTS } from './find-dossiers/dossier-list.js';
