import { NaiveCount, type ToldEvent } from './naive-count.js';

const told = (type: string, data: object): ToldEvent => ({ type: `vn.motcua.${type}.v1`, key: 'd1', data });

const ANNOUNCED = told('procedure.version-announced', {
  code: '1.001',
  version: 1,
  variants: [
    {
      code: 'A',
      components: [
        { code: 'DON', required: true },
        { code: 'PHU', required: false },
      ],
    },
    { code: 'B', components: [{ code: 'BAN-VE', required: true }] },
  ],
});
const SUBMITTED = told('dossier.submitted', {
  dossierId: 'd1',
  competentAgency: 'H48.12',
  channel: 'counter',
  procedureCode: '1.001',
  procedureVersion: 1,
  variant: 'A',
  submittedAt: '2026-10-31T23:30:00+07:00',
  feeLines: [{ net: 0 }],
});
const ACCEPTED = told('dossier.accepted', {
  dossierId: 'd1',
  acceptedAt: '2026-10-31T18:00:00Z',
  promisedDueAt: '2026-11-10T09:00:00+07:00',
  results: [{}],
  files: [{ component: 'DON', digitised: true }],
});

function counted(...events: ToldEvent[]): string[] {
  const count = new NaiveCount();
  for (const event of [ANNOUNCED, SUBMITTED, ...events]) count.add(event);
  return [...count.counts()].map(([key, times]) => `${key} ${times}`);
}

describe('the naive count', () => {
  it('takes the month of Vietnam, and nothing of what has not come yet', () => {
    expect(counted()).toEqual(['H48.12 2026-10 submitted 1']);
    expect(counted(ACCEPTED)).toEqual(['H48.12 2026-10 submitted 1', 'H48.12 2026-11 received 1']);
  });

  it('judges by the second under Decision 766, and by the day in the ordinary report', () => {
    expect(
      counted(ACCEPTED, told('case.completed', { dossierId: 'd1', completedAt: '2026-11-10T09:00:01+07:00' })),
    ).toEqual([
      'H48.12 2026-10 submitted 1',
      'H48.12 2026-11 received 1',
      'H48.12 2026-11 late_766 1',
      'H48.12 2026-11 finished_on_day 1',
      'H48.12 2026-11 due 1',
      'H48.12 2026-11 due_on_time 1',
    ]);
  });

  it('moves the slip by a supplement, and not by an extension', () => {
    const paused = told('case.deadline-adjusted', { dossierId: 'd1', rule: 'R8', promisedDueAt: null });
    const later = told('case.deadline-adjusted', {
      dossierId: 'd1',
      rule: 'R8',
      promisedDueAt: '2026-11-12T09:00:00+07:00',
    });
    const extended = told('case.deadline-adjusted', {
      dossierId: 'd1',
      rule: 'R13',
      promisedDueAt: '2026-11-20T09:00:00+07:00',
    });
    const completed = (completedAt: string) => told('case.completed', { dossierId: 'd1', completedAt });
    expect(counted(ACCEPTED, paused, later, extended, completed('2026-11-12T09:00:00+07:00'))).toContain(
      'H48.12 2026-11 on_time_766 1',
    );
    expect(counted(ACCEPTED, paused, later, extended, completed('2026-11-12T09:00:01+07:00'))).toContain(
      'H48.12 2026-11 late_766 1',
    );
  });

  it('counts what is owed, paid online and digitised', () => {
    const demanded = told('case.fee-demanded', { dossierId: 'd1', demand: { lines: [{ net: 5 }] } });
    const paid = told('payment.received', { dossierId: 'd1', method: 'nationalPlatform' });
    const result = { dossierId: 'd1', resultCode: 'GP', number: '12' };
    const issued = told('case.result-issued', result);
    const all = counted(ACCEPTED, demanded, paid, issued);
    for (const measure of ['owing', 'paid_online', 'electronic_result', 'digitised'])
      expect(all).toContain(`H48.12 2026-11 ${measure} 1`);
    expect(counted(ACCEPTED, paid)).not.toContain('H48.12 2026-11 paid_online 1');
    const corrected = told('dossier.corrected', {
      dossierId: 'd1',
      competentAgency: 'H48.12',
      feeLines: [],
      variant: 'B',
    });
    expect(counted(ACCEPTED, issued, corrected)).not.toContain('H48.12 2026-11 digitised 1');
    const after = counted(ACCEPTED, issued, told('case.result-revoked', result));
    for (const measure of ['electronic_result', 'digitised'])
      expect(after).not.toContain(`H48.12 2026-11 ${measure} 1`);
  });
});
