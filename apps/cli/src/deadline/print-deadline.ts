import type { Language } from '@motcua/kernel';
import { type Deadline, type DeadlineRequest, sayInstant, sayTerm, type WorkingCalendar } from '@motcua/legal-clock';
import { calendarStrip } from './calendar-strip.js';
import { ANSWER_WORDS } from './words.js';

const WIDTH = 100;

/** A deadline as a person reads it: the due dates, each step of the computation, and the calendar. */
export function printDeadline(
  request: DeadlineRequest,
  calendar: WorkingCalendar,
  deadline: Deadline,
  language: Language,
): string {
  const words = ANSWER_WORDS[language];
  const { statutoryDueAt, promisedDueAt, provisional, steps } = deadline;
  const label = Math.max(words.statutory.length, words.promised.length) + 2;
  const when = (name: string, instant: Temporal.Instant): string =>
    `  ${name.padEnd(label)}${sayInstant(calendar, instant)[language]}`;
  const reduction = request.reductionBasisPoints;
  const due =
    statutoryDueAt && promisedDueAt
      ? [
          when(words.statutory, statutoryDueAt),
          when(words.promised, promisedDueAt) +
            (reduction > 0 && request.term.unit !== 'sameDay'
              ? `\n  ${' '.repeat(label)}${words.reduced(percent(reduction, language))}`
              : ''),
        ]
      : [`  ${words.paused}`];
  return [
    `${words.term}: ${sayTerm(request.term)[language]} · ${calendar.definition.name || request.calendar} (${calendar.timeZone})`,
    '',
    ...due,
    ...(provisional ? [`  ${words.provisional}`] : []),
    '',
    words.how,
    ...steps.map(({ rule, explanation }, i) =>
      wrapped(`  ${`${i + 1}.`.padStart(3)} ${rule}  `, explanation[language]),
    ),
    '',
    words.strip,
    ...calendarStrip(calendar, deadline, language),
    '',
  ].join('\n');
}

function percent(basisPoints: number, language: Language): string {
  const text = `${basisPoints / 100}`;
  return `${language === 'vi' ? text.replace('.', ',') : text}%`;
}

function wrapped(prefix: string, text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && prefix.length + line.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return prefix + lines.join(`\n${' '.repeat(prefix.length)}`);
}
