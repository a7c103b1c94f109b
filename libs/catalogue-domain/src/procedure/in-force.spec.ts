import { dayInVietnam } from '@motcua/kernel';
import { inForceOn, stateOn } from './in-force.js';
import type { ProcedureRecord, VersionRecord } from './procedure-record.js';

const version = (number: number, effectiveFrom: string | null): VersionRecord =>
  ({
    version: number,
    announcement:
      effectiveFrom === null
        ? null
        : { decisionNumber: '1/QĐ', decidedOn: '2026-01-01', publishedOn: null, effectiveFrom },
  }) as VersionRecord;
const procedure = (change: Partial<ProcedureRecord> = {}): ProcedureRecord => ({
  code: '1.001686',
  revision: 1,
  repeal: null,
  suspensions: [],
  versions: [version(1, '2026-02-01'), version(2, '2026-06-01'), version(3, null)],
  ...change,
});

describe('what is in force on a day (R14)', () => {
  it.each([
    ['2026-01-31', undefined],
    ['2026-02-01', 1],
    ['2026-05-31', 1],
    ['2026-06-01', 2],
    ['2030-01-01', 2],
  ])('on %s it is version %s', (day, expected) => expect(inForceOn(procedure(), day)?.version).toBe(expected));

  it('is the one that came into force last, whichever was drafted first', () => {
    const crosswise = procedure({
      versions: [version(1, '2026-02-01'), version(2, '2027-01-01'), version(3, '2026-06-01')],
    });
    const days = ['2026-05-31', '2026-06-01', '2026-12-31', '2027-01-01'];
    expect(days.map((day) => inForceOn(crosswise, day)?.version)).toEqual([1, 3, 3, 2]);
  });

  it('goes by the day in Vietnam, where it begins seven hours before UTC', () => {
    expect(dayInVietnam(Temporal.Instant.from('2026-05-31T16:59:59Z'))).toBe('2026-05-31');
    expect(dayInVietnam(Temporal.Instant.from('2026-05-31T17:00:00Z'))).toBe('2026-06-01');
  });

  it('is nothing while suspended, and again after', () => {
    const suspended = procedure({ suspensions: [{ from: '2026-07-01', until: '2026-07-10', reason: '…' }] });
    expect(inForceOn(suspended, '2026-06-30')?.version).toBe(2);
    expect(inForceOn(suspended, '2026-07-01')).toBeUndefined();
    expect(inForceOn(suspended, '2026-07-09')).toBeUndefined();
    expect(inForceOn(suspended, '2026-07-10')?.version).toBe(2);
  });

  it('is nothing from the day of a repeal on', () => {
    const repealed = procedure({ repeal: { from: '2026-08-01', decisionNumber: '2/QĐ' } });
    expect(inForceOn(repealed, '2026-07-31')?.version).toBe(2);
    expect(inForceOn(repealed, '2026-08-01')).toBeUndefined();
  });

  it.each([
    [1, '2026-01-31', 'announced'],
    [1, '2026-02-01', 'inForce'],
    [1, '2026-06-01', 'replaced'],
    [2, '2026-05-31', 'announced'],
    [2, '2026-06-01', 'inForce'],
    [2, '2026-07-05', 'suspended'],
    [1, '2026-07-05', 'replaced'],
    [2, '2026-08-01', 'repealed'],
    [1, '2026-08-01', 'repealed'],
    [3, '2026-08-01', 'draft'],
  ])('calls version %d on %s %s', (number, day, state) => {
    const whole = procedure({
      suspensions: [{ from: '2026-07-01', until: null, reason: '…' }],
      repeal: { from: '2026-08-01', decisionNumber: '2/QĐ' },
    });
    expect(stateOn(whole, whole.versions[number - 1] as VersionRecord, day)).toBe(state);
  });
});
