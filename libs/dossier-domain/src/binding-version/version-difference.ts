import type { SupplementPolicy, Term } from '@motcua/legal-clock';
import type { ProcedureVersion } from './procedure-version.js';
import { variantOf } from './procedure-version.js';

interface Competence {
  readonly agencies: readonly string[] | null;
  readonly level: string | null;
}

/** How the version in force at acceptance differs from that of the submission: shown to the officer, blocks nothing (R14). */
export interface VersionDifference {
  readonly atSubmission: number;
  /** Null: the procedure was repealed since, and the version of the submission goes on binding. */
  readonly inForce: number | null;
  /** The newer version has not the dossier's variant: the term of the submission goes on binding. */
  readonly variantGone: boolean;
  readonly term: { readonly from: Term; readonly to: Term } | null;
  readonly supplementPolicy: { readonly from: SupplementPolicy; readonly to: SupplementPolicy } | null;
  /** Who may decide now, where it is otherwise; codes, or null for any agency of the level. The dossier's own agency stays. */
  readonly competence: { readonly from: Competence; readonly to: Competence } | null;
  /** Components now asked for, or no longer: the list of the submission binds. */
  readonly componentsAdded: readonly string[];
  readonly componentsRemoved: readonly string[];
}

/** Null where both are the same version. @rule R14 */
export function versionDifference(
  atSubmission: ProcedureVersion,
  inForce: ProcedureVersion | null,
  variantCode: string,
): VersionDifference | null {
  if (inForce?.version === atSubmission.version) return null;
  const before = variantOf(atSubmission, variantCode);
  const after = inForce && variantOf(inForce, variantCode);
  const codesBefore = before?.components.map(({ code }) => code) ?? [];
  const codesAfter = after?.components.map(({ code }) => code) ?? [];
  return {
    atSubmission: atSubmission.version,
    inForce: inForce?.version ?? null,
    variantGone: inForce !== null && !after,
    term: before && after && !sameTerm(before.term, after.term) ? { from: before.term, to: after.term } : null,
    supplementPolicy:
      inForce && inForce.supplementPolicy !== atSubmission.supplementPolicy
        ? { from: atSubmission.supplementPolicy, to: inForce.supplementPolicy }
        : null,
    competence:
      inForce && !sameCompetence(atSubmission, inForce)
        ? { from: competenceOf(atSubmission), to: competenceOf(inForce) }
        : null,
    componentsAdded: after ? codesAfter.filter((code) => !codesBefore.includes(code)) : [],
    componentsRemoved: after ? codesBefore.filter((code) => !codesAfter.includes(code)) : [],
  };
}

const competenceOf = ({ competentAgencies, competentLevel }: ProcedureVersion): Competence => ({
  agencies: competentAgencies,
  level: competentLevel,
});

const sameCompetence = (one: ProcedureVersion, other: ProcedureVersion): boolean =>
  one.competentLevel === other.competentLevel &&
  [...(one.competentAgencies ?? ['any'])].sort().join() === [...(other.competentAgencies ?? ['any'])].sort().join();

const sameTerm = (one: Term, other: Term): boolean =>
  one.unit === other.unit && ('amount' in one ? one.amount : null) === ('amount' in other ? other.amount : null);
