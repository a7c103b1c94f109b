import type { Fault } from '@motcua/kernel';
import type { AgencyRecord } from './agency-record.js';

/** What is known to the catalogue of what an agency names. */
export interface AgencySurroundings {
  /** The agency above, where it exists. */
  readonly parent: AgencyRecord | undefined;
  /** The agency that has the legacy form of this identifier, where there is one. */
  readonly namesake: AgencyRecord | undefined;
  /** Whether the catalogue has the agency's own working calendar. */
  readonly calendarKnown: boolean;
}

/** Everything wrong with an agency beyond the shape of its fields. @rule R2 */
export function agencyFaults(
  { code, parent, calendar }: Pick<AgencyRecord, 'code' | 'parent' | 'calendar'>,
  { parent: above, namesake, calendarKnown }: AgencySurroundings,
): Fault[] {
  const faults: Fault[] = [];
  if (parent !== null && !above) {
    faults.push({
      pointer: '/parent',
      code: 'AGENCY_UNKNOWN',
      detail: { vi: `Không có cơ quan ${parent}.`, en: `Agency ${parent} does not exist.` },
    });
  }
  if (above?.ancestors.includes(code)) {
    faults.push({
      pointer: '/parent',
      code: 'AGENCY_BELOW_ITSELF',
      detail: {
        vi: `${parent} là chính ${code} hoặc trực thuộc ${code}.`,
        en: `${parent} is ${code} itself or one of its sub-agencies.`,
      },
    });
  }
  if (namesake && namesake.code !== code) {
    faults.push({
      pointer: '/code',
      code: 'LEGACY_CODE_TAKEN',
      detail: {
        vi: `Mã cũ ${namesake.legacyCode} đã được cấp cho ${namesake.code}.`,
        en: `The legacy identifier ${namesake.legacyCode} belongs to ${namesake.code}.`,
      },
    });
  }
  if (calendar !== null && !calendarKnown) {
    faults.push({
      pointer: '/calendar',
      code: 'CALENDAR_UNKNOWN',
      detail: { vi: `Không có lịch làm việc ${calendar}.`, en: `Working calendar ${calendar} does not exist.` },
    });
  }
  return faults;
}
