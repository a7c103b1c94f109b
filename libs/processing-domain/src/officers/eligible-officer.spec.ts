import { ineligibility } from '../index.js';

const OFFICER = {
  subject: 'a',
  name: 'A',
  agencies: ['H48.12'],
  roles: ['specialist'],
  absentFrom: '2026-11-26',
  absentUntil: '2026-11-30',
};
const TASK = { role: 'specialist', agencies: ['H48', 'H48.12'] } as const;

describe('whether an officer may be given a task', () => {
  it.each([
    ['2026-11-25', undefined],
    ['2026-11-26', 'absent'],
    ['2026-11-29', 'absent'],
    ['2026-11-30', undefined],
  ])('depends on the day: on %s it is %s', (day, why) => expect(ineligibility(OFFICER, TASK, day)).toBe(why));

  it('is no while the absence has no end', () => {
    expect(ineligibility({ ...OFFICER, absentUntil: null }, TASK, '2027-01-01')).toBe('absent');
  });

  it('needs the role of the step', () => {
    expect(ineligibility(OFFICER, { ...TASK, role: 'leader' }, '2026-11-25')).toBe('role');
  });

  it('needs an agency of the task or above it', () => {
    expect(ineligibility({ ...OFFICER, agencies: ['H48'] }, TASK, '2026-11-25')).toBeUndefined();
    expect(ineligibility({ ...OFFICER, agencies: ['H48.13', 'H48.12'] }, TASK, '2026-11-25')).toBeUndefined();
    expect(ineligibility({ ...OFFICER, agencies: ['H48.12.3'] }, TASK, '2026-11-25')).toBe('agency');
  });
});
