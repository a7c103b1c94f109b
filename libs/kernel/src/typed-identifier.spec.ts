import { typedIdentifier, typedNumber } from './typed-identifier.js';

describe('an identifier as people type it', () => {
  it.each([
    'h48.12-261124-0042',
    ' H48.12-261124-0042 ',
    'H48.12–261124–0042',
    'H48.12\u2011261124\u20110042',
    'H48.12-261124-0042.',
    'H48.12-261124-0042\u200b',
    'H48.12 - 261124 - 0042',
  ])('is compared as one: %j', (typed) => expect(typedIdentifier(typed)).toBe('H48.12-261124-0042'));
});

describe("a number of somebody else's", () => {
  it('is compared like an identifier, and one of signs alone as it was typed', () => {
    expect([typedNumber(' bl–0042. '), typedNumber('...')]).toEqual(['BL-0042', '...']);
  });
});
