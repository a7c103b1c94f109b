import { isHandedOver } from './is-handed-over.js';

const before = { caseStarted: true, agency: 'H48.12', officerName: 'Lê Thị Thử' };

describe('telling the applicant who holds the dossier', () => {
  it('is done when another officer or another agency takes it', () => {
    expect(isHandedOver(before, { agency: 'H48.12', officerName: 'Phạm Minh Họa' })).toBe(true);
    expect(isHandedOver(before, { agency: 'H48.13', officerName: null })).toBe(true);
  });

  it('is not done while a task of the same agency waits for an officer, or stays with the same one', () => {
    expect(isHandedOver(before, { agency: 'H48.12', officerName: null })).toBe(false);
    expect(isHandedOver(before, { agency: 'H48.12', officerName: 'Lê Thị Thử' })).toBe(false);
  });

  it('is left to the change of status while nobody has taken the case in hand', () => {
    expect(isHandedOver({ ...before, caseStarted: false }, { agency: 'H48.13', officerName: 'Phạm Minh Họa' })).toBe(
      false,
    );
  });
});
