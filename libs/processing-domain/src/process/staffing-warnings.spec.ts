import { staffingWarnings } from '../index.js';

const task = { code: 'a', name: 'a', role: 'specialist', outcomes: [] } as const;
const ask = (agency: string) => ({ agency, role: 'leader', term: { amount: 1, unit: 'workingDay' } }) as const;
const consultation = { kind: 'consultation', code: 'c', name: 'c', join: 'all', to: 'a' } as const;
const staffed = (agency: string, role: string) => `${agency} ${role}` === 'H48.12 specialist';

describe('a process whose step has a role that nobody of the agency holds', () => {
  it('is taken with a warning at the step, and at each agency that is asked', () => {
    const steps = [
      { ...task, agency: 'H48.12' },
      { ...task, role: 'leader', agency: 'H48.12' },
      { ...consultation, ask: [ask('H48.12'), ask('receiving'), ask('H48.07')] },
    ] as const;
    expect(staffingWarnings(steps, staffed).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/steps/1/role PROCESS.NOBODY_HOLDS_ROLE',
      '/steps/2/ask/0/role PROCESS.NOBODY_HOLDS_ROLE',
      '/steps/2/ask/2/role PROCESS.NOBODY_HOLDS_ROLE',
    ]);
  });

  it('is not warned of where the case itself says which agency it is', () => {
    expect(staffingWarnings([task, { ...task, agency: 'receiving' }], () => false)).toEqual([]);
  });
});
