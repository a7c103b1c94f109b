import type { FaultList } from '../fault-list.js';
import { isObject } from '../fault-list.js';
import { COUNTED_UNITS, LONGEST } from './term.js';

/** A term: a known unit with a whole amount between 1 and the unit's limit, or `sameDay` without an amount. */
export function checkTerm(term: unknown, faults: FaultList): void {
  if (!isObject(term)) {
    faults.add('/term', term === undefined ? 'DEADLINE.TERM_MISSING' : 'DEADLINE.TERM_INVALID', {
      vi: 'Phải có thời hạn giải quyết, ví dụ {"amount": 3, "unit": "workingDay"}.',
      en: 'A term is required, such as {"amount": 3, "unit": "workingDay"}.',
    });
    return;
  }
  const { unit, amount } = term;
  if (unit === 'sameDay') {
    if (amount !== undefined) {
      faults.add('/term/amount', 'DEADLINE.AMOUNT_NOT_ALLOWED', {
        vi: 'Thời hạn trong ngày ("sameDay") không có số lượng.',
        en: 'A same-day term has no amount.',
      });
    }
    return;
  }
  const counted = COUNTED_UNITS.find((known) => known === unit);
  if (!counted) {
    faults.add('/term/unit', unit === undefined ? 'DEADLINE.UNIT_MISSING' : 'DEADLINE.UNIT_UNKNOWN', {
      vi: 'Đơn vị thời hạn phải là "workingDay", "workingHour", "calendarDay", "month" hoặc "sameDay".',
      en: 'The unit must be "workingDay", "workingHour", "calendarDay", "month" or "sameDay".',
    });
  }
  checkAmount(amount, counted ? LONGEST[counted] : Number.MAX_SAFE_INTEGER, faults);
}

function checkAmount(amount: unknown, longest: number, faults: FaultList): void {
  if (amount === undefined) {
    faults.add('/term/amount', 'DEADLINE.AMOUNT_MISSING', {
      vi: 'Phải có số lượng của thời hạn.',
      en: 'The amount of the term is missing.',
    });
  } else if (!Number.isInteger(amount) || (amount as number) < 1) {
    faults.add('/term/amount', 'DEADLINE.AMOUNT_INVALID', {
      vi: 'Số lượng của thời hạn phải là số nguyên dương.',
      en: 'The amount of the term must be a positive whole number.',
    });
  } else if ((amount as number) > longest) {
    faults.add('/term/amount', 'DEADLINE.TERM_TOO_LONG', {
      vi: `Thời hạn theo đơn vị này không được quá ${longest}.`,
      en: `A term in this unit is at most ${longest}.`,
    });
  }
}
