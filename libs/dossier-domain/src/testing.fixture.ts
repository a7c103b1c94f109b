import { compileCalendar, parseCalendar } from '@motcua/legal-clock';
import type { Applicant } from './applicant/applicant.js';
import type { Life } from './life/statuses.js';
import { NO_PARTIES } from './parties/parties.js';
import type { ProcedureVersion } from './binding-version/procedure-version.js';
import type { DossierRefusalCode } from './refusal-codes.js';
import type { Submission } from './submit-dossier/submit.js';

/** Vietnam's working week, with the days off around the national days of 2026. */
export const calendar = compileCalendar(
  parseCalendar({
    name: 'Vietnam',
    timeZone: 'Asia/Ho_Chi_Minh',
    sessions: Object.fromEntries(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [
        day,
        [
          ['07:00', '11:30'],
          ['13:30', '17:00'],
        ],
      ]),
    ),
    publishedYears: [2026],
    daysOff: ['2026-08-31', '2026-09-01', '2026-09-02', '2026-11-24'].map((date) => ({ date })),
    compensatoryDays: [{ date: '2026-08-22', replaces: '2026-08-31' }],
  }),
);

export const at = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}+07:00`);

/** An instant as a wall clock in Vietnam shows it. */
export const wall = (instant: Temporal.Instant | null): string | null =>
  instant && instant.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().toString();

export const life = (status: Life['status'], everAccepted = false): Life => ({ status, everAccepted });

export const procedure: ProcedureVersion = {
  code: '1.001686',
  version: 1,
  channels: ['counter', 'online', 'post'],
  subjects: ['citizen', 'enterprise'],
  competentAgencies: ['H48.12'],
  competentLevel: null,
  variants: [
    {
      code: 'DEFAULT',
      term: { amount: 7, unit: 'workingDay' },
      components: [
        { code: 'DON-DE-NGHI', name: 'Đơn đề nghị', required: true },
        { code: 'BAN-VE', name: 'Bản vẽ', required: true },
        { code: 'ANH', name: 'Ảnh hiện trạng', required: false },
      ],
    },
  ],
  supplementPolicy: 'pause',
  supplementTermWorkingDays: 30,
  paymentPausesTerm: true,
};

export const applicant: Applicant = {
  kind: 'citizen',
  identity: { type: 'citizenId', number: '051199000017' },
  fullName: 'Nguyễn Thị Mẫu',
  phone: '+84900000001',
  email: 'mau@example.test',
};

const agency = { code: 'H48.12', level: 'department' };

/** An online submission on Monday 23 November 2026, the eve of a holiday, with which nothing is wrong. */
export const submission: Submission = {
  draft: {
    variant: 'DEFAULT',
    channel: 'online',
    submissionAgency: null,
    ...NO_PARTIES,
    receivingAgency: agency,
    competentAgency: agency,
    applicant,
    delivery: { method: 'post', address: 'Thôn Mẫu, xã Thử' },
    attached: ['DON-DE-NGHI', 'BAN-VE'],
  },
  procedureCode: procedure.code,
  procedure,
  formFaults: [],
  paperFaults: [],
  owedBeforeAcceptance: 0,
  calendar,
  now: at('2026-11-23T15:00:00'),
};

/** The refusal that a decision ends in: its code, its evidence, and where its faults are. */
export function refusalOf(decide: () => unknown): { code: string; evidence: object; faults: string[] } {
  try {
    decide();
  } catch (error) {
    const { code, evidence, faults } = error as import('@motcua/kernel').Refusal<DossierRefusalCode>;
    return { code, evidence, faults: faults.map((fault) => `${fault.pointer} ${fault.code}`) };
  }
  throw new Error('nothing was refused');
}
