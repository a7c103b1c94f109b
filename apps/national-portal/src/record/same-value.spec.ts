import { describe, expect, it } from '@jest/globals';
import { sameValue } from './same-value.js';

describe('a value of ours, and what the portal has', () => {
  it('are the same in whatever order, and not where one differs or is missing', () => {
    expect(sameValue([{ a: '1', b: ['2'] }], [{ b: ['2'], a: '1' }])).toBe(true);
    expect(sameValue(['1', '2', '2'], ['2', '1', '2'])).toBe(true);
    expect(sameValue(['1', '1', '2'], ['2', '1', '2'])).toBe(false);
    expect(sameValue([{ a: '1', b: '2' }], [{ a: '1' }])).toBe(false);
    expect(sameValue([{ a: '1' }], [{ a: '1' }, { a: '1' }])).toBe(false);
    expect(sameValue([{ a: '1' }], ['1'])).toBe(false);
    expect(sameValue('1', '2')).toBe(false);
    expect(sameValue('1', undefined)).toBe(false);
    expect(sameValue('', '1')).toBe(false);
    expect(sameValue([], [{ a: '' }])).toBe(false);
  });

  it.each([undefined, null, '', [], {}])('are both absent where the portal has %j', (theirs) => {
    expect(sameValue('', theirs)).toBe(true);
    expect(sameValue([], theirs)).toBe(true);
  });

  it('are the same where the portal writes the only one without a list, has more beside it, or takes letters apart', () => {
    expect(sameValue([{ a: 'Tệp' }], { a: 'Tệp'.normalize('NFD'), more: '1' })).toBe(true);
  });

  it('are the same where the portal ends lines in its way and trims, and not where a blank is inside', () => {
    expect(sameValue('Thiếu chữ ký\nThiếu ngày ', ' Thiếu chữ ký\r\nThiếu ngày')).toBe(true);
    expect(sameValue('Thiếu chữ ký', 'Thiếu chữký')).toBe(false);
  });
});
