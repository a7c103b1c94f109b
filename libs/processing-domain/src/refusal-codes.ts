/** Every code with which a decision of this package refuses; a service maps each to a status and a title. */
export type ProcessingRefusalCode =
  | 'CASE.ACTION_NOT_ALLOWED'
  | 'CASE.EXTENSION_INVALID'
  | 'CASE.EXTENSION_TOO_LATE'
  | 'CASE.EXTENSION_USED'
  | 'CASE.RESULT_MISSING'
  | 'CASE.RESULT_NOT_TO_SIGN'
  | 'CASE.STEP_NOT_PASSED'
  | 'PROCESS.IMMOVABLE'
  | 'PROCESS.INVALID'
  | 'SIGNER.NOT_ENTITLED'
  | 'TASK.AGENCY_HAS_IT'
  | 'TASK.HELD_BY_ANOTHER'
  | 'TASK.NOT_HELD'
  | 'TASK.OUTCOME_UNKNOWN'
  | 'TASK.REASON_REQUIRED';
