import { isAskableField } from './askable-field.js';

const FORM = ['/formData/tenCoSo', '/formData/thanhVien'];

describe('a field that an applicant is asked to correct', () => {
  it.each(['/formData/tenCoSo', '/formData/thanhVien/1/hoTen', '/applicant/fullName', '/applicant/address'])(
    'is one that can be given: %s',
    (pointer) => expect(isAskableField(pointer, FORM)).toBe(true),
  );

  it.each([
    '/formData/tenCoSoo',
    '/formData',
    '/formData/ten',
    '/applicant/identity/number',
    '/delivery/method',
    'tenCoSo',
    '',
  ])('is none that cannot: %j', (pointer) => expect(isAskableField(pointer, FORM)).toBe(false));

  it('is anything of a form that takes anything', () => {
    expect(isAskableField('/formData/batKy', null)).toBe(true);
    expect(isAskableField('/delivery/method', null)).toBe(false);
  });
});
