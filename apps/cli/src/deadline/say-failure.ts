import { type Language, Refusal } from '@motcua/kernel';
import { CalendarUnreadable } from './calendar-unreadable.js';
import { NotationError } from './notation.js';

const OPTIONS: readonly (readonly [pointer: RegExp, option: string])[] = [
  [/^\/acceptedAt/, '--accepted'],
  [/^\/term/, '--term'],
  [/^\/reductionBasisPoints/, '--reduction'],
  [/^\/supplementPolicy/, '--policy'],
  [/^\/supplements/, '--supplement'],
];

/** What is wrong with the command, by option, in the language of the answer. */
export function sayFailure(error: unknown, language: Language): string {
  if (error instanceof NotationError) {
    return language === 'vi'
      ? `${error.option}: không hiểu "${error.given}"; ví dụ: ${error.examples}`
      : `${error.option}: "${error.given}" is not understood; such as ${error.examples}`;
  }
  if (error instanceof CalendarUnreadable) {
    return language === 'vi'
      ? `--calendar: không đọc được lịch "${error.calendar}" (${error.reason})`
      : `--calendar: "${error.calendar}" cannot be read (${error.reason})`;
  }
  if (error instanceof Refusal) return sayRefusal(error as Refusal<string>, language);
  return error instanceof Error ? error.message : String(error);
}

function sayRefusal(error: Refusal<string>, language: Language): string {
  const faults = error.faults.map(({ pointer, detail }) => {
    const option = OPTIONS.find(([pattern]) => error.code === 'DEADLINE.INVALID' && pattern.test(pointer))?.[1];
    return `${option ?? `--calendar ${pointer}`}: ${detail[language]}`;
  });
  return faults.length > 0 ? faults.join('\n') : (error.detail?.[language] ?? error.code);
}
