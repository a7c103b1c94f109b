import { expect, it } from '@jest/globals';
import { cut } from './cut.js';

it('is cut at characters: none loses its half or its marks, and what fits stays whole', () => {
  expect(cut('𝒜'.repeat(51), 50)).toBe('𝒜'.repeat(50));
  expect(cut('é'.normalize('NFC').repeat(50), 50)).toHaveLength(50);
  expect(cut(`${'a'.repeat(49)}e\u0301`, 50)).toBe('a'.repeat(49));
});
