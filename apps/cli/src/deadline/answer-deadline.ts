import { calculateDeadline, parseDeadlineRequest } from '@motcua/legal-clock';
import { loadCalendar } from './load-calendar.js';
import { readReduction, readSupplement, readTerm, withZone } from './notation.js';
import type { Options } from './options.js';
import { printDeadline } from './print-deadline.js';

/** The deadline that the options ask for, as text. Throws refusals of the legal clock and `NotationError`. */
export function answerDeadline(options: Options): string {
  const calendar = loadCalendar(options.calendar);
  const request = parseDeadlineRequest({
    calendar: options.calendar,
    acceptedAt: withZone(options.accepted, calendar.timeZone),
    term: readTerm(options.term),
    reductionBasisPoints: readReduction(options.reduction),
    supplementPolicy: options.policy,
    supplements: options.supplements.map((text) => readSupplement(text, calendar.timeZone)),
  });
  return printDeadline(request, calendar, calculateDeadline({ ...request, calendar }), options.language);
}
