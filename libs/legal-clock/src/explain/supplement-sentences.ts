import type { Localized } from '@motcua/kernel';
import type { AppliedSupplement } from '../deadline/pause-or-restart.js';
import type { Term } from '../deadline/term.js';
import type { Rest } from './rest.js';
import { sayElapsed, sayWorkingTime } from './say-duration.js';
import { sayTerm } from './say-term.js';
import { sayWhen } from './say-when.js';

/** What had been counted when a supplement was requested. */
export function countedSentence(requested: number, workingTime: number | undefined, discarded: boolean): Localized {
  const at = sayWhen(requested);
  const counted = sayCounted(workingTime);
  return discarded
    ? {
        vi: `Đến khi yêu cầu bổ sung lúc ${at.vi}, ${counted.vi}; phần này không được tính vì thời hạn tính lại từ đầu.`,
        en: `When the supplement was requested at ${at.en}, ${counted.en}; this is discarded, because the term restarts.`,
      }
    : {
        vi: `Đến khi yêu cầu bổ sung lúc ${at.vi}, ${counted.vi}.`,
        en: `Until the supplement was requested at ${at.en}, ${counted.en}.`,
      };
}

function sayCounted(workingTime: number | undefined): Localized {
  if (workingTime === undefined) return { vi: 'thời hạn đã bắt đầu được tính', en: 'the term had been running' };
  if (workingTime === 0) return { vi: 'chưa tính giờ làm việc nào', en: 'no working time had been counted' };
  const time = sayWorkingTime(workingTime);
  return { vi: `đã tính ${time.vi} làm việc`, en: `${time.en} of working time had been counted` };
}

/** R8: what a completed supplement does to the term. */
export function supplementSentence({ requested, completed, effect, before }: AppliedSupplement): Localized {
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
        vi: `${vi}: nếu tính lại từ đầu thì hạn đến sớm hơn, nên giữ nguyên hạn ${due.vi}.`,
        en: `${en}: starting again would be due earlier, so it stays due at ${due.en}.`,
      };
    case 'afterDue':
      return {
        vi: `${vi}: khi yêu cầu đã đến hạn (${due.vi}) nên hạn không đổi; việc bổ sung không làm thay đổi tình trạng quá hạn.`,
        en: `${en}: requested when it was already due (${due.en}), so nothing changes; a supplement never cures a delay.`,
      };
    case 'nothingLeft':
      return {
        vi: `${vi}: không còn thời gian để tạm dừng nên hạn vẫn là ${due.vi}.`,
        en: `${en}: no time was left to pause, so it stays due at ${due.en}.`,
      };
  }
}

/** R8: a supplement that is still awaited, and so has no due date. */
export const openSentence = (requested: number): Localized => ({
  vi: `Đang chờ bổ sung hồ sơ, yêu cầu lúc ${sayWhen(requested).vi}: thời hạn tạm dừng, chưa có ngày hẹn trả kết quả.`,
  en: `A supplement requested at ${sayWhen(requested).en} is awaited: the term stands still and has no due date.`,
});

export const openAfterDueSentence = (requested: number, due: number): Localized => ({
  vi: `Yêu cầu bổ sung lúc ${sayWhen(requested).vi}, khi đã đến hạn (${sayWhen(due).vi}): hạn không đổi.`,
  en: `A supplement was requested at ${sayWhen(requested).en}, when it was already due (${sayWhen(due).en}): nothing changes.`,
});

/** What will be counted once the awaited supplement is completed. */
export function toComeSentence(term: Term, rest: Rest | 'fullTerm'): Localized {
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
}
