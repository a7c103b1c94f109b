import { expect, it } from '@jest/globals';
import { sameValue } from './same-value.js';

it('is the same in whatever order its fields come, and not where one differs or is missing', () => {
  expect(sameValue([{ a: '1', b: ['2'] }], [{ b: ['2'], a: '1' }])).toBe(true);
  expect(sameValue([{ a: '1', b: '2' }], [{ a: '1' }])).toBe(false);
  expect(sameValue(['1', '2'], ['2', '1'])).toBe(false);
  expect(sameValue('', undefined)).toBe(false);
});
