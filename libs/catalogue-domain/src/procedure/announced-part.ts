import type { ProcedureRecord } from './procedure-record.js';

/** A procedure as everybody may see it, without its drafts; undefined where it was never announced. */
export function announcedPart(procedure: ProcedureRecord): ProcedureRecord | undefined {
  const versions = procedure.versions.filter(({ announcement }) => announcement !== null);
  return versions.length === 0 ? undefined : { ...procedure, versions };
}
