import type { ProcedureRecord, VersionRecord } from './procedure-record.js';

export const VERSION_STATES = ['draft', 'announced', 'inForce', 'suspended', 'replaced', 'repealed'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

const effectiveFrom = ({ announcement }: VersionRecord): string | undefined => announcement?.effectiveFrom;

/** The version whose time a day lies in, whether or not the procedure is suspended or repealed on it. */
const versionOn = ({ versions }: Pick<ProcedureRecord, 'versions'>, day: string): VersionRecord | undefined =>
  versions
    .filter((version) => (effectiveFrom(version) ?? '9999-12-32') <= day)
    .toSorted((a, b) => ((effectiveFrom(a) ?? '') < (effectiveFrom(b) ?? '') ? -1 : 1))
    .at(-1);

/** What holds a procedure back on a day: a repeal, a suspension, or nothing. */
export const heldBackOn = (
  { repeal, suspensions }: Pick<ProcedureRecord, 'repeal' | 'suspensions'>,
  day: string,
): 'repealed' | 'suspended' | undefined => {
  if (repeal && repeal.from <= day) return 'repealed';
  return suspensions.some(({ from, until }) => from <= day && (until === null || day < until))
    ? 'suspended'
    : undefined;
};

/** The version in force on a day; undefined before the first, and while suspended or repealed. @rule R14 */
export const inForceOn = (procedure: ProcedureRecord, day: string): VersionRecord | undefined =>
  heldBackOn(procedure, day) === undefined ? versionOn(procedure, day) : undefined;

export function stateOn(procedure: ProcedureRecord, version: VersionRecord, day: string): VersionState {
  const from = effectiveFrom(version);
  if (from === undefined) return 'draft';
  if (heldBackOn(procedure, day) === 'repealed') return 'repealed';
  if (from > day) return 'announced';
  if (versionOn(procedure, day)?.version !== version.version) return 'replaced';
  return heldBackOn(procedure, day) ?? 'inForce';
}
