import type { AgencyLevel } from '../vocabulary.js';
import type { ProcedureRecord, VersionRecord } from './procedure-record.js';
import { inOrderOfEffect } from './in-force.js';
import { unanswered } from './open-question.js';

/** How agencies are called where any agency of a level is competent. */
export const LEVEL_NAMES: Readonly<Record<AgencyLevel, string>> = {
  province: 'Ủy ban nhân dân cấp tỉnh',
  department: 'Sở, ban, ngành cấp tỉnh',
  commune: 'Ủy ban nhân dân cấp xã',
};

/** The version that lists and searches show on the days `[from, until)`. */
export interface Shown {
  readonly from: string;
  readonly until: string;
  readonly version: VersionRecord;
}

/**
 * Announced versions are shown one after the other from the day each takes effect; the first one before that day too,
 * since a reader would rather see what comes than nothing. Without any, the newest draft is shown.
 */
export function shownVersions(procedure: Pick<ProcedureRecord, 'versions'>): Shown[] {
  const announced = inOrderOfEffect(procedure);
  if (announced.length === 0)
    return procedure.versions.slice(-1).map((version) => ({ from: '-infinity', until: 'infinity', version }));
  return announced.map(({ version, from }, at) => ({
    version,
    from: at === 0 ? '-infinity' : from,
    until: announced[at + 1]?.from ?? 'infinity',
  }));
}

/** What a draft still asks, for the list. */
export const questionsLeft = (version: VersionRecord): number => unanswered(version.openQuestions).length;
