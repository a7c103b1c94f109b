import type { Term } from '../deadline/term.js';
import { sayTerm } from './say-term.js';

describe('a term, as it is said', () => {
  it.each<[Term, string, string]>([
    [{ amount: 1, unit: 'workingDay' }, '1 ngày làm việc', '1 working day'],
    [{ amount: 2, unit: 'workingDay' }, '2 ngày làm việc', '2 working days'],
    [{ amount: 1, unit: 'workingHour' }, '1 giờ làm việc', '1 working hour'],
    [{ amount: 8, unit: 'workingHour' }, '8 giờ làm việc', '8 working hours'],
    [{ amount: 1, unit: 'calendarDay' }, '1 ngày', '1 calendar day'],
    [{ amount: 30, unit: 'calendarDay' }, '30 ngày', '30 calendar days'],
    [{ amount: 1, unit: 'month' }, '1 tháng', '1 month'],
    [{ amount: 6, unit: 'month' }, '6 tháng', '6 months'],
    [{ unit: 'sameDay' }, 'trong ngày', 'same day'],
  ])('%j is %s and %s', (term, vi, en) => expect(sayTerm(term)).toEqual({ vi, en }));
});
