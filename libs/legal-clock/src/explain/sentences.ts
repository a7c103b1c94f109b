import type { Localized } from '@motcua/kernel';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { scheduleOf } from '../calendar/working-calendar.js';
import { dayOf, start } from '../calendar/working-time.js';
import type { Turn } from '../deadline/supplements.js';
import type { Term } from '../deadline/term.js';
import { isAfterCutoff, rawEnd } from '../deadline/term.js';
import type { Rest } from './rest.js';
import { sayElapsed, sayWorkingTime } from './say-duration.js';
import { sayListedDays } from './say-listed-days.js';
import { sayTerm } from './say-term.js';
import { sayWhen } from './say-when.js';

/** R3: when the term starts to run, after the acceptance or after the supplement that restarts it. */
export const startSentence = (trigger: Localized, t: number, started: number): Localized => {
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
};

/** R4 and R7: a full term that runs to its end. `t` is what triggered it. */
export const fullTermSentence = (calendar: WorkingCalendar, term: Term, t: number, due: number): Localized => {
  const started = start(calendar, t);
  const name = sayTerm(term);
  const end = sayWhen(due);
  if (term.unit === 'sameDay') return sameDaySentence(calendar, t, end);
  const listed = sayListedDays(calendar, started, due);
  if (term.unit === 'workingHour') {
    return {
      vi: `Đếm đủ ${name.vi}: đến hạn lúc ${end.vi}.${listed.vi}`,
      en: `The term of ${name.en} ends at ${end.en}.${listed.en}`,
    };
  }
  if (term.unit === 'workingDay') {
    const hours = term.amount * 8;
    return {
      vi: `Đếm đủ ${name.vi}, mỗi ngày tính 8 giờ, tức ${hours} giờ làm việc: đến hạn lúc ${end.vi}.${listed.vi}`,
      en: `The term of ${name.en}, at 8 hours a day ${hours} working hours, ends at ${end.en}.${listed.en}`,
    };
  }
  const raw = rawEnd(term, started);
  const settled = settledSentence(calendar, raw, due);
  return {
    vi: `Cộng ${name.vi} theo lịch, cùng giờ trong ngày: ${sayWhen(raw).vi}. ${settled.vi}`,
    en: `The term of ${name.en}, to the same time of day, runs until ${sayWhen(raw).en}. ${settled.en}`,
  };
};

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
  if (raw === due) return { vi: 'Đó là lúc đến hạn.', en: 'That is when it is due.' };
  if (scheduleOf(calendar, dayOf(raw)).total === 0) {
    return {
      vi: `Đó là ngày nghỉ nên hạn chuyển đến hết giờ của ngày làm việc tiếp theo, ${end.vi}.`,
      en: `That is a day off, so it is due at the close of the next working day, ${end.en}.`,
    };
  }
  return due > raw
    ? {
        vi: `Lúc đó không có phiên làm việc nên hạn chuyển đến đầu phiên tiếp theo, ${end.vi}.`,
        en: `No session is open then, so it is due when the next one opens, ${end.en}.`,
      }
    : {
        vi: `Lúc đó đã hết giờ làm việc nên hạn là giờ đóng cửa của ngày đó, ${end.vi}.`,
        en: `That is after hours, so it is due at the close of that day, ${end.en}.`,
      };
}

/** What had been counted when a supplement was requested. */
export const countedSentence = (requested: number, workingTime: number | undefined, discarded: boolean): Localized => {
  const at = sayWhen(requested);
  const counted = sayCounted(workingTime);
  return discarded
    ? {
        vi: `Đến khi yêu cầu bổ sung lúc ${at.vi}, ${counted.vi}; phần này bị bỏ vì thời hạn tính lại từ đầu.`,
        en: `When the supplement was requested at ${at.en}, ${counted.en}; this is discarded, because the term restarts.`,
      }
    : {
        vi: `Đến khi yêu cầu bổ sung lúc ${at.vi}, ${counted.vi}.`,
        en: `Until the supplement was requested at ${at.en}, ${counted.en}.`,
      };
};

const sayCounted = (workingTime: number | undefined): Localized => {
  if (workingTime === undefined) return { vi: 'thời hạn đã chạy', en: 'the term had been running' };
  if (workingTime === 0) return { vi: 'chưa tính giờ làm việc nào', en: 'no working time had been counted' };
  const time = sayWorkingTime(workingTime);
  return { vi: `đã tính ${time.vi} làm việc`, en: `${time.en} of working time had been counted` };
};

/** R8: what a completed supplement does to the term. */
export const supplementSentence = ({ requested, completed, effect, before }: Turn): Localized => {
  const from = sayWhen(requested);
  const to = sayWhen(completed);
  const due = sayWhen(before);
  const vi = `Bổ sung hồ sơ từ ${from.vi} đến ${to.vi}`;
  const en = `Supplement from ${from.en} to ${to.en}`;
  switch (effect) {
    case 'paused':
      return { vi: `${vi}: thời hạn tạm dừng.`, en: `${en}: the term is paused.` };
    case 'restarted':
      return { vi: `${vi}: thời hạn tính lại từ đầu.`, en: `${en}: the term starts again in full.` };
    case 'restartNotLater':
      return {
        vi: `${vi}: tính lại từ đầu sẽ ra hạn sớm hơn, nên giữ nguyên hạn ${due.vi}.`,
        en: `${en}: starting again would be due earlier, so it stays due at ${due.en}.`,
      };
    case 'afterDue':
      return {
        vi: `${vi}: khi yêu cầu đã đến hạn (${due.vi}) nên hạn không đổi; bổ sung không xoá được việc trễ hạn.`,
        en: `${en}: requested when it was already due (${due.en}), so nothing changes; a supplement never cures a delay.`,
      };
    case 'nothingLeft':
      return {
        vi: `${vi}: không còn thời gian để tạm dừng nên hạn vẫn là ${due.vi}.`,
        en: `${en}: no time was left to pause, so it stays due at ${due.en}.`,
      };
  }
};

/** The rest of a paused term, in working or in calendar time, that ends at the due date. */
export const restSentence = (calendar: WorkingCalendar, rest: Rest, from: number, due: number): Localized => {
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
};

/** R8: a supplement that is still awaited, and so has no due date. */
export const openSentence = (requested: number): Localized => ({
  vi: `Đang chờ bổ sung hồ sơ, yêu cầu lúc ${sayWhen(requested).vi}: thời hạn tạm dừng, chưa có ngày hẹn trả.`,
  en: `A supplement requested at ${sayWhen(requested).en} is awaited: the term stands still and has no due date.`,
});

export const openAfterDueSentence = (requested: number, due: number): Localized => ({
  vi: `Yêu cầu bổ sung lúc ${sayWhen(requested).vi}, khi đã đến hạn (${sayWhen(due).vi}): hạn không đổi.`,
  en: `A supplement was requested at ${sayWhen(requested).en}, when it was already due (${sayWhen(due).en}): nothing changes.`,
});

/** What will be counted once the awaited supplement is completed. */
export const toComeSentence = (term: Term, rest: Rest | 'fullTerm'): Localized => {
  if (rest === 'fullTerm') {
    const name = sayTerm(term);
    return {
      vi: `Khi bổ sung xong, thời hạn ${name.vi} tính lại từ đầu.`,
      en: `Once it is completed, the full term (${name.en}) starts again.`,
    };
  }
  if ('working' in rest) {
    const time = sayWorkingTime(rest.working);
    return {
      vi: `Khi bổ sung xong, tính tiếp ${time.vi} làm việc còn lại.`,
      en: `Once it is completed, the rest runs on: ${time.en} of working time.`,
    };
  }
  const time = sayElapsed(rest.elapsed);
  return {
    vi: `Khi bổ sung xong, tính tiếp ${time.vi} còn lại theo lịch.`,
    en: `Once it is completed, the rest runs on: ${time.en} on the calendar.`,
  };
};
