import type { Language } from '@motcua/kernel';

interface StripWords {
  readonly weekdays: readonly string[];
  readonly off: string;
  readonly compensatory: string;
  readonly accepted: string;
  readonly requested: string;
  readonly completed: string;
  readonly promised: string;
  readonly due: string;
  readonly more: (days: number) => string;
  readonly legend: (cells: Readonly<Record<'counted' | 'paused' | 'discarded' | 'open' | 'closed', string>>) => string;
}

/** The words of the calendar strip. */
export const STRIP_WORDS: Readonly<Record<Language, StripWords>> = {
  vi: {
    weekdays: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
    off: 'nghỉ',
    compensatory: 'làm bù',
    accepted: 'tiếp nhận',
    requested: 'yêu cầu bổ sung',
    completed: 'bổ sung xong',
    promised: 'hẹn trả',
    due: 'đến hạn',
    more: (days) => `  … và ${days} ngày nữa`,
    legend: (cells) =>
      `  ${cells.counted} được tính   ${cells.paused} tạm dừng   ${cells.discarded} không được tính   ${cells.open} làm việc, ngoài thời hạn   ${cells.closed} không làm việc`,
  },
  en: {
    weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
    off: 'day off',
    compensatory: 'compensatory day',
    accepted: 'accepted',
    requested: 'supplement requested',
    completed: 'completed',
    promised: 'promised',
    due: 'due',
    more: (days) => `  … and ${days} more days`,
    legend: (cells) =>
      `  ${cells.counted} counted   ${cells.paused} paused   ${cells.discarded} discarded   ${cells.open} working time outside the term   ${cells.closed} closed`,
  },
};

/** The words around the answer. */
export const ANSWER_WORDS = {
  vi: {
    term: 'Thời hạn',
    statutory: 'Đến hạn theo quy định',
    promised: 'Hẹn trả kết quả',
    reduced: (percent: string) => `rút ngắn ${percent}, làm tròn xuống phút (R17), không muộn hơn hạn theo quy định`,
    paused: 'Đang tạm dừng chờ bổ sung hồ sơ: chưa có ngày hẹn trả kết quả.',
    provisional: 'Tạm tính: có năm chưa công bố lịch nghỉ, hạn có thể thay đổi.',
    how: 'Cách tính',
    strip: 'Lịch',
  },
  en: {
    term: 'Term',
    statutory: 'Due by law',
    promised: 'Promised',
    reduced: (percent: string) => `${percent} sooner, rounded down to the minute (R17), never later than the law`,
    paused: 'Paused while a supplement is awaited: there is no due date yet.',
    provisional: 'Provisional: the days off of some year are not published yet, the due date may move.',
    how: 'Computation',
    strip: 'Calendar',
  },
} as const;
