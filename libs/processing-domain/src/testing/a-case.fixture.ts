import { compileCalendar, parseCalendar } from '@motcua/legal-clock';
import {
  type CaseState,
  type CaseTerms,
  DEFAULT_PROCESS,
  type Decided,
  type Officer,
  openCase,
  type Opening,
} from '../index.js';

export const SESSIONS = [
  ['07:00', '11:30'],
  ['13:30', '17:00'],
];

export const CALENDAR = compileCalendar(
  parseCalendar({
    name: 'Lịch của spec',
    timeZone: 'Asia/Ho_Chi_Minh',
    sessions: { monday: SESSIONS, tuesday: SESSIONS, wednesday: SESSIONS, thursday: SESSIONS, friday: SESSIONS },
    publishedYears: [2026],
    daysOff: [{ date: '2026-12-08', name: 'Ngày nghỉ của spec' }],
  }),
);

export const CALENDARS = { atAcceptance: CALENDAR, current: CALENDAR };

/** Far beyond anything that a spec promises, unless it is about that. */
export const LIMITS = { calendar: CALENDAR, mostWorkingDaysBeyondLaw: 10 };

/** `25 08:10` is in November 2026, in Vietnam; `12-04 08:10` names its month. */
export function at(text: string): Temporal.Instant {
  const [date = '', time = ''] = text.split(' ');
  return Temporal.Instant.from(`2026-${date.includes('-') ? date : `11-${date}`}T${time}+07:00`);
}

/** An instant as specs write it. */
export const said = (instant: Temporal.Instant | null): string | null =>
  instant &&
  instant
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .slice(5)
    .replace('T', ' ');

export const LEADER = { subject: 'leader', name: 'Lê Văn Mẫu' };
export const SPECIALIST = { subject: 'specialist', name: 'Trần Thị Mẫu' };
export const COLLEAGUE = { subject: 'colleague', name: 'Đỗ Văn Mẫu' };

export const TERMS: CaseTerms = {
  procedure: { code: '1.001686', version: 1, name: 'Thủ tục của spec' },
  variant: 'default',
  channel: 'online',
  receivingAgency: 'H48.1',
  competentAgency: 'H48.12',
  term: { amount: 7, unit: 'workingDay' },
  reduction: { policy: 'QNG-TERM-20', basisPoints: 2000, legalBasis: 'Quyết định số 906/QĐ-UBND' },
  supplementPolicy: 'pause',
  supplementTermWorkingDays: 10,
  paymentPausesTerm: true,
  calendar: { code: 'VN', revision: 1 },
  components: [
    { code: 'BAN-VE', name: 'Bản vẽ' },
    { code: 'A', name: 'Giấy tờ A' },
  ],
  results: [{ code: 'GCN', name: 'Giấy chứng nhận', decision: 'granted' }],
  definition: DEFAULT_PROCESS,
};

/** The first task of every case is `task-1`; those after it have other numbers. */
export function opening(now: Temporal.Instant, assignee?: Officer): Opening {
  let n = 0;
  return { newTaskId: () => `task-${(n += 1)}`, calendar: CALENDAR, now, assignee };
}

let later = 100;
/** For whatever opens after the first step. */
export const next = (now: Temporal.Instant, assignee?: Officer): Opening => ({
  ...opening(now, assignee),
  newTaskId: () => `task-${(later += 1)}`,
});

/** Accepted on Wednesday 25 November 2026 at 08:10; due on 4 December 08:10 by law, on 2 December 14:58 by promise. */
export const anOpenCase = (terms: Partial<CaseTerms> = {}): CaseState =>
  openCase(
    {
      dossierId: '019aa0c8-4b2e-7c31-9d6e-3f1a2b4c5d6e',
      code: 'H48.12-261125-0001',
      acceptedAt: at('25 08:10'),
      original: { statutory: at('12-04 08:10'), promised: at('12-02 14:58') },
      earlierSupplements: 0,
      terms: { ...TERMS, ...terms },
    },
    opening(at('25 08:10')),
  ).state;

export const factsOf = ({ facts }: Decided): string[] => facts.map(({ type }) => type);
