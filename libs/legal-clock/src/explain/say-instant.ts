import type { Localized } from '@motcua/kernel';
import { toLocal } from '../calendar/local-time.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { sayWhen } from './say-when.js';

/** An instant as it is said in the calendar's zone: `16:20 thứ Sáu 21/08/2026`, `16:20 on Friday 21 August 2026`. */
export const sayInstant = (calendar: WorkingCalendar, instant: Temporal.Instant): Localized =>
  sayWhen(toLocal(calendar, instant));
