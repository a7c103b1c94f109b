import { type ProcedureVersion, variantOf } from './procedure-version.js';

/**
 * The version whose term and process bind from the acceptance on: the one in force then. A repeal, or a version without
 * the dossier's variant, leaves the one of the submission.
 * @rule R14
 */
export const bindingVersion = (
  atSubmission: ProcedureVersion,
  inForce: ProcedureVersion | null,
  variant: string,
): ProcedureVersion => (inForce && variantOf(inForce, variant) ? inForce : atSubmission);
