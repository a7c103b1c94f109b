import { clientOf } from './idempotency-key.guard.js';

describe('whose an idempotency key is', () => {
  it('is told apart where the names of client and subject have colons', () => {
    expect(clientOf({ clientId: 'a', subject: 'b:x' })).not.toBe(clientOf({ clientId: 'a:b', subject: 'x' }));
  });

  it('is not what it was after an officer has moved: what the former agency was answered is not shown again', () => {
    const clerk = { clientId: 'portal', subject: 'clerk' };
    expect(clientOf({ ...clerk, agency: 'H48.12' })).not.toBe(clientOf({ ...clerk, agency: 'H48.13' }));
    expect(clientOf({ ...clerk, agency: 'H48.12' })).toBe(clientOf({ ...clerk, agency: 'H48.12' }));
  });
});
