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
  /** Each agency that has successors, and each that was named as one, with its successors: by code. */
  readonly succession: ReadonlyMap<string, readonly string[]>;
}

/** Everything wrong with an agency beyond the shape of its fields. @rule R2 */
export function agencyFaults(
  {
    code,
    parent,
    calendar,
    active,
    successors,
  }: Pick<AgencyRecord, 'code' | 'parent' | 'calendar' | 'active' | 'successors'>,
  { parent: above, namesake, calendarKnown, succession }: AgencySurroundings,
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
  return [...faults, ...successorFaults(code, active, successors, succession)];
}

/** Those that took the place of one that is closed: they exist, and lead to no circle. @rule R23 */
function successorFaults(
  code: string,
  active: boolean,
  successors: readonly string[],
  succession: ReadonlyMap<string, readonly string[]>,
): Fault[] {
  if (active && successors.length > 0)
    return [
      {
        pointer: '/successors',
        code: 'SUCCESSOR_OF_ACTIVE',
        detail: {
          vi: 'Chỉ cơ quan đã kết thúc hoạt động mới có cơ quan kế thừa.',
          en: 'Only a closed agency has successors.',
        },
      },
    ];
  return successors.flatMap((successor, at) => {
    if (!succession.has(successor))
      return [
        {
          pointer: `/successors/${at}`,
          code: 'AGENCY_UNKNOWN',
          detail: { vi: `Không có cơ quan ${successor}.`, en: `Agency ${successor} does not exist.` },
        },
      ];
    return leadsTo(successor, code, succession)
      ? [
          {
            pointer: `/successors/${at}`,
            code: 'SUCCEEDS_ITSELF',
            detail: {
              vi: `${successor} là chính ${code} hoặc được ${code} kế thừa.`,
              en: `${successor} is ${code} itself, or ${code} took its place.`,
            },
          },
        ]
      : [];
  });
}

function leadsTo(from: string, to: string, succession: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const ahead = [from];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    ahead.push(...(succession.get(next) ?? []));
  }
  return false;
}
