import { present } from './present.js';

describe('a value that is always there', () => {
  it.each([0, '', false, 'x'])('is what it is, also where it is %j', (value) => {
    expect(present(value, 'x')).toBe(value);
  });

  it.each([[null], [undefined]])('is named where it is %s after all', (value) => {
    expect(() => present(value, 'case 1 has no task')).toThrow(new Error('case 1 has no task'));
  });
});
