import type { Localized } from '@motcua/kernel';
import type { Term } from '../deadline/term.js';

/** A term as the procedure states it: `3 ngày làm việc`, `3 working days`. */
export function sayTerm(term: Term): Localized {
  if (term.unit === 'sameDay') return { vi: 'trong ngày', en: 'same day' };
  const { amount, unit } = term;
  const plural = amount === 1 ? '' : 's';
  switch (unit) {
    case 'workingDay':
      return { vi: `${amount} ngày làm việc`, en: `${amount} working day${plural}` };
    case 'workingHour':
      return { vi: `${amount} giờ làm việc`, en: `${amount} working hour${plural}` };
    case 'calendarDay':
      return { vi: `${amount} ngày`, en: `${amount} calendar day${plural}` };
    case 'month':
      return { vi: `${amount} tháng`, en: `${amount} month${plural}` };
  }
}
