import { identityKeyOf } from './identity-types.js';

describe('the number by which a person or an organisation is known', () => {
  it.each([
    ['taxCode', '0100109106-001', '0100109106001'],
    ['agencyIdentifier', '000.00.19.h08', 'H08.19'],
    ['registrationNumber', '000.00.19.h08', '000.00.19.H08'],
    ['registrationNumber', '12/2020-gp', '12/2020-GP'],
    ['passport', 'c1234567-8', 'C1234567-8'],
  ] as const)('of the kind %s is compared without what people write differently: %s is %s', (type, written, key) => {
    expect(identityKeyOf(type, written)).toBe(key);
  });
});
