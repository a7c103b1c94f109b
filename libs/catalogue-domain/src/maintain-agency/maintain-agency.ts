import { legacyIdentifier, Refusal } from '@motcua/kernel';
import type { CatalogueRefusalCode } from '../refusal-codes.js';
import { agencyFaults, type AgencySurroundings } from './agency-faults.js';
import type { AgencyRecord } from './agency-record.js';

export type AgencyContent = Omit<AgencyRecord, 'legacyCode' | 'ancestors' | 'revision'>;

/** One agency as it was (null: it is new) and as it is from now on. */
export interface AgencyStep {
  readonly before: AgencyRecord | null;
  readonly after: AgencyRecord;
}

export interface AgencyTree extends AgencySurroundings {
  readonly before: AgencyRecord | null;
  /** All below the agency, parents before children. */
  readonly below: readonly AgencyRecord[];
}

/** Creates, renames, moves or closes an agency; all below it move along. Refused with `AGENCY.INVALID`. */
export function maintainAgency(
  { before, below, ...known }: AgencyTree,
  wanted: AgencyContent,
): readonly [AgencyStep, ...AgencyStep[]] {
  const faults = agencyFaults(wanted, known);
  if (faults.length > 0) throw new Refusal<CatalogueRefusalCode>('AGENCY.INVALID', {}, faults);
  const code = before?.code ?? wanted.code;
  const after: AgencyRecord = {
    ...wanted,
    code,
    parent: known.parent?.code ?? null,
    legacyCode: legacyIdentifier(code),
    ancestors: [...(known.parent?.ancestors ?? []), code],
    revision: (before?.revision ?? 0) + 1,
  };
  if (!before || before.parent === after.parent) return [{ before, after }];
  const moved = below.map((agency) => {
    const ancestors = [...after.ancestors, ...agency.ancestors.slice(agency.ancestors.indexOf(code) + 1)];
    return { before: agency, after: { ...agency, ancestors, revision: agency.revision + 1 } };
  });
  return [{ before, after }, ...moved];
}
