import type { FaultList } from '../fault-list.js';
import { isObject } from '../fault-list.js';
import { refuseUnknownMembers } from '../unknown-members.js';
import type { ReadSupplement } from './check-supplement-order.js';
import { parseInstant } from './parse-instant.js';

/** More than any case has; whoever asks for more is asking for the time of others. */
const MAX_SUPPLEMENTS = 200;

/** Reads the list of supplements (R8), absent for none; their order is checked by `checkSupplementOrder`. */
export function parseSupplements(value: unknown, faults: FaultList): readonly ReadSupplement[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    faults.add('/supplements', 'DEADLINE.SUPPLEMENTS_INVALID', {
      vi: 'Phải là danh sách các lần bổ sung.',
      en: 'Must be a list of supplements.',
    });
    return [];
  }
  if (value.length > MAX_SUPPLEMENTS) {
    faults.add('/supplements', 'DEADLINE.SUPPLEMENTS_TOO_MANY', {
      vi: `Chỉ nhận tối đa ${MAX_SUPPLEMENTS} lần bổ sung.`,
      en: `There must be no more than ${MAX_SUPPLEMENTS} supplements.`,
    });
    return [];
  }
  return value.map((item: unknown, i) => parseSupplement(item, `/supplements/${i}`, faults));
}

function parseSupplement(item: unknown, pointer: string, faults: FaultList): ReadSupplement {
  if (!isObject(item)) {
    faults.add(pointer, 'DEADLINE.SUPPLEMENT_INVALID', {
      vi: 'Một lần bổ sung phải có "requestedAt" và, khi đã xong, "completedAt".',
      en: 'A supplement has "requestedAt" and, once it is completed, "completedAt".',
    });
    return { completionUnreadable: true };
  }
  refuseUnknownMembers(item, ['requestedAt', 'completedAt'], pointer, 'DEADLINE.MEMBER_UNKNOWN', faults);
  const requestedAt = parseInstant(item['requestedAt'], `${pointer}/requestedAt`, faults);
  if (item['completedAt'] === undefined || item['completedAt'] === null) return { requestedAt };
  const completedAt = parseInstant(item['completedAt'], `${pointer}/completedAt`, faults);
  return { requestedAt, completedAt, completionUnreadable: completedAt === undefined };
}
