import { toInstant, toLocal } from '../calendar/local-time.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { add } from '../calendar/working-time.js';
import { start } from './start-of-term.js';
import { HOUR } from '../durations.js';

const RECEPTION = 8 * HOUR;

/**
 * Until when an online dossier must be accepted, refused or sent back: 8 working hours, on the receiving agency's
 * calendar, after its submission, its payment where the fee is due first, or its completed supplement before acceptance.
 * @rule R6
 */
export const receptionDue = (calendar: WorkingCalendar, submittedAt: Temporal.Instant): Temporal.Instant =>
  toInstant(calendar, add(calendar, start(calendar, toLocal(calendar, submittedAt)), RECEPTION));
