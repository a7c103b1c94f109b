/**
 * The rules of the procedure catalogue (R14, R16, R17): what is in force on a day, what keeps a version from being announced,
 * what is wrong with tariffs, policies, agencies and suspensions, and how an import of the national portal's forms is read.
 * Pure: state, command and day in; faults, a decision or a coded `Refusal` out.
 */
export * from './announce-version/announce-version.js';
export * from './answer-question/answer-question.js';
export * from './draft-version/draft-version.js';
export * from './draft-version/version-faults.js';
export * from './follow-portal/compare-again.js';
export * from './follow-portal/compare-version.js';
export * from './follow-portal/decide-difference.js';
export * from './follow-portal/hear-of-procedure.js';
export * from './follow-portal/portal-difference.js';
export * from './follow-portal/propose.js';
export * from './import-procedures/import-items.js';
export * from './import-procedures/import-result.js';
export * from './import-procedures/imported-draft.js';
export * from './import-procedures/known-names.js';
export * from './import-procedures/read-item.js';
export * from './maintain-agency/agency-record.js';
export * from './maintain-agency/maintain-agency.js';
export * from './maintain-group/group-faults.js';
export * from './maintain-group/group-record.js';
export * from './maintain-policy/policy-faults.js';
export * from './maintain-policy/policy-record.js';
export * from './procedure/announced-part.js';
export * from './procedure/in-force.js';
export * from './procedure/open-question.js';
export * from './procedure/procedure-code.js';
export * from './procedure/procedure-record.js';
export * from './procedure/procedure-state.js';
export * from './procedure/shown-versions.js';
export * from './procedure/version-definition.js';
export * from './refusal-codes.js';
export * from './repeal-procedure/repeal-procedure.js';
export * from './search/ancillary.js';
export * from './search/correct.js';
export * from './search/features.js';
export * from './search/grams.js';
export * from './search/phrasings.js';
export * from './search/synonym.js';
export * from './set-tariff/set-tariff.js';
export * from './set-tariff/tariff.js';
export * from './suspend-procedure/suspend-procedure.js';
export * from './vocabulary.js';
