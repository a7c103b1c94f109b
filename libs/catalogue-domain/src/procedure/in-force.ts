import { compareTexts } from '@motcua/kernel';
import type { ProcedureRecord, VersionRecord } from './procedure-record.js';

export const VERSION_STATES = ['draft', 'announced', 'inForce', 'suspended', 'replaced', 'repealed'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** An announced version, and the day from which it is in force. */
interface Effective {
  readonly version: VersionRecord;
  readonly from: string;
}

/** The announced versions in the order in which they come into force. @rule R14 */
export const inOrderOfEffect = ({ versions }: Pick<ProcedureRecord, 'versions'>): Effective[] =>
  versions
    .flatMap((version) => (version.announcement ? [{ version, from: version.announcement.effectiveFrom }] : []))
    .toSorted((a, b) => compareTexts(a.from, b.from));

/** The version whose time a day lies in, whether or not the procedure is suspended or repealed on it. */
const versionOn = (procedure: Pick<ProcedureRecord, 'versions'>, day: string): VersionRecord | undefined =>
  inOrderOfEffect(procedure).findLast(({ from }) => from <= day)?.version;

/** What holds a procedure back on a day: a repeal, a suspension, or nothing. */
export function heldBackOn(
  { repeal, suspensions }: Pick<ProcedureRecord, 'repeal' | 'suspensions'>,
  day: string,
): 'repealed' | 'suspended' | undefined {
  if (repeal && repeal.from <= day) return 'repealed';
  return suspensions.some(({ from, until }) => from <= day && (until === null || day < until))
    ? 'suspended'
    : undefined;
}

/** The version in force on a day; undefined before the first, and while suspended or repealed. @rule R14 */
export const inForceOn = (procedure: ProcedureRecord, day: string): VersionRecord | undefined =>
  heldBackOn(procedure, day) === undefined ? versionOn(procedure, day) : undefined;

export function stateOn(procedure: ProcedureRecord, version: VersionRecord, day: string): VersionState {
  if (!version.announcement) return 'draft';
  if (heldBackOn(procedure, day) === 'repealed') return 'repealed';
  if (version.announcement.effectiveFrom > day) return 'announced';
  if (versionOn(procedure, day)?.version !== version.version) return 'replaced';
  return heldBackOn(procedure, day) ?? 'inForce';
}
