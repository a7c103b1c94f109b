import type { FaultList } from '../fault-list.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * Reads an instant: ISO 8601 with an offset, to the millisecond at most. A finer one is refused rather than cut, because
 * what was cut could decide on which side of a due date a request lies.
 */
export function parseInstant(value: unknown, pointer: string, faults: FaultList): Temporal.Instant | undefined {
  const match = typeof value === 'string' ? INSTANT.exec(value) : null;
  if (!match) {
    faults.add(pointer, value === undefined ? 'DEADLINE.TIME_MISSING' : 'DEADLINE.TIME_INVALID', {
      vi: 'Phải là thời điểm theo ISO 8601 có múi giờ, ví dụ 2026-08-21T16:20:00+07:00.',
      en: 'Must be an ISO 8601 time with an offset, such as 2026-08-21T16:20:00+07:00.',
    });
    return undefined;
  }
  const [text, fraction = '', offset] = match;
  if (offset === undefined) {
    faults.add(pointer, 'DEADLINE.TIME_WITHOUT_OFFSET', {
      vi: 'Thời điểm phải có múi giờ, ví dụ +07:00.',
      en: 'The time must have an offset, such as +07:00.',
    });
    return undefined;
  }
  if (/[1-9]/.test(fraction.slice(3))) {
    faults.add(pointer, 'DEADLINE.TIME_TOO_FINE', {
      vi: 'Thời điểm chỉ được chính xác đến mili giây.',
      en: 'The time must not be finer than a millisecond.',
    });
    return undefined;
  }
  try {
    return Temporal.Instant.from(text);
  } catch {
    faults.add(pointer, 'DEADLINE.TIME_INVALID', {
      vi: 'Không có ngày giờ này.',
      en: 'There is no such date and time.',
    });
    return undefined;
  }
}
