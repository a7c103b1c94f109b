import type { Localized } from '@motcua/kernel';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { isDayOff } from '../calendar/time-within-sessions.js';
import { scheduleOf } from '../calendar/working-calendar.js';
import { dayOf } from '../calendar/working-time.js';
import { start } from '../deadline/start-of-term.js';
import type { Term } from '../deadline/term.js';
import { isAfterCutoff } from '../deadline/same-day.js';
import { rawEnd } from '../deadline/term.js';
import type { Rest } from './rest.js';
import { sayElapsed, sayWorkingTime } from './say-duration.js';
import { sayListedDays } from './say-listed-days.js';
import { sayTerm } from './say-term.js';
import { sayWhen } from './say-when.js';

/** R3: when the term starts to run, after the acceptance or after the supplement that restarts it. */
export function startSentence(trigger: Localized, t: number, started: number): Localized {
  const at = sayWhen(t);
  const from = sayWhen(started);
  if (t === started) {
    return {
      vi: `${trigger.vi} lúc ${at.vi}, trong giờ làm việc: thời hạn tính từ lúc đó.`,
      en: `${trigger.en} at ${at.en}, within working time: the term runs from then.`,
    };
  }
  return {
    vi: `${trigger.vi} lúc ${at.vi}, ngoài giờ làm việc: thời hạn tính từ phiên làm việc kế tiếp, ${from.vi}.`,
    en: `${trigger.en} at ${at.en}, outside working time: the term runs from the next session, ${from.en}.`,
  };
}

/** R4 and R7: a full term that runs to its end. `t` is what triggered it. */
export function fullTermSentence(calendar: WorkingCalendar, term: Term, t: number, due: number): Localized {
  const started = start(calendar, t);
  const name = sayTerm(term);
  const end = sayWhen(due);
  if (term.unit === 'sameDay') return sameDaySentence(calendar, t, end);
  const listed = sayListedDays(calendar, started, due);
  if (term.unit === 'workingHour') {
    return {
      vi: `Tính đủ ${name.vi}: đến hạn lúc ${end.vi}.${listed.vi}`,
      en: `The term of ${name.en} ends at ${end.en}.${listed.en}`,
    };
  }
  if (term.unit === 'workingDay') {
    const hours = term.amount * 8;
    return {
      vi: `Tính đủ ${name.vi}, mỗi ngày tính 8 giờ, tức ${hours} giờ làm việc: đến hạn lúc ${end.vi}.${listed.vi}`,
      en: `The term of ${name.en}, at 8 hours a day ${hours} working hours, ends at ${end.en}.${listed.en}`,
    };
  }
  const raw = rawEnd(term, started);
  const settled = settledSentence(calendar, raw, due);
  return {
    vi: `Cộng ${name.vi} theo lịch, cùng giờ trong ngày: ${sayWhen(raw).vi}. ${settled.vi}`,
    en: `The term of ${name.en}, to the same time of day, runs until ${sayWhen(raw).en}. ${settled.en}`,
  };
}

function sameDaySentence(calendar: WorkingCalendar, t: number, end: Localized): Localized {
  return isAfterCutoff(calendar, t)
    ? {
        vi: `Trả kết quả trong ngày, nhưng đã quá giờ chốt ${calendar.definition.sameDayCutoff}: đến hạn khi hết giờ làm việc của ngày làm việc tiếp theo, ${end.vi}.`,
        en: `A same-day result, but the cut-off of ${calendar.definition.sameDayCutoff} has passed: due at the close of the next working day, ${end.en}.`,
      }
    : {
        vi: `Trả kết quả trong ngày: đến hạn khi hết giờ làm việc, ${end.vi}.`,
        en: `A same-day result: due at the close of the day, ${end.en}.`,
      };
}

/** R4: where a calendar term ends once its raw end has settled into working time. */
function settledSentence(calendar: WorkingCalendar, raw: number, due: number): Localized {
  const end = sayWhen(due);
  if (due < raw) {
    return {
      vi: `Thời điểm đó đã hết giờ làm việc nên hạn là giờ đóng cửa của ngày đó, ${end.vi}.`,
      en: `That is after hours, so it is due at the close of that day, ${end.en}.`,
    };
  }
  if (raw === due) return { vi: 'Đó là thời điểm đến hạn.', en: 'That is when it is due.' };
  if (isDayOff(scheduleOf(calendar, dayOf(raw)))) {
    return {
      vi: `Đó là ngày nghỉ nên hạn chuyển đến hết giờ của ngày làm việc tiếp theo, ${end.vi}.`,
      en: `That is a day off, so it is due at the close of the next working day, ${end.en}.`,
    };
  }
  return {
    vi: `Thời điểm đó không có phiên làm việc nên hạn chuyển đến đầu phiên tiếp theo, ${end.vi}.`,
    en: `No session is open then, so it is due when the next one opens, ${end.en}.`,
  };
}

/** The rest of a paused term, in working or in calendar time, that ends at the due date. */
export function restSentence(calendar: WorkingCalendar, rest: Rest, from: number, due: number): Localized {
  const end = sayWhen(due);
  const listed = sayListedDays(calendar, from, due);
  if ('working' in rest) {
    const time = sayWorkingTime(rest.working);
    return {
      vi: `Tính tiếp ${time.vi} làm việc còn lại: đến hạn lúc ${end.vi}.${listed.vi}`,
      en: `The rest, ${time.en} of working time, runs on: due at ${end.en}.${listed.en}`,
    };
  }
  const time = sayElapsed(rest.elapsed);
  const settled = settledSentence(calendar, from + rest.elapsed, due);
  return {
    vi: `Tính tiếp ${time.vi} còn lại theo lịch từ ${sayWhen(from).vi}: ${sayWhen(from + rest.elapsed).vi}. ${settled.vi}`,
    en: `The rest, ${time.en} on the calendar, runs on from ${sayWhen(from).en}, to ${sayWhen(from + rest.elapsed).en}. ${settled.en}`,
  };
}
