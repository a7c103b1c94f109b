import { isDigitised } from './is-digitised.js';

describe('a paper of a dossier', () => {
  it.each([
    ['counter', null, true],
    ['post', null, true],
    ['online', null, false],
    ['counter', 'component', false],
    ['online', 'result', false],
  ] as const)(
    'that comes by %s, reused from %s, is digitised by the office: %s (R20)',
    (channel, reusedFrom, digitised) => {
      expect(isDigitised(channel, { reusedFrom })).toBe(digitised);
    },
  );
});
