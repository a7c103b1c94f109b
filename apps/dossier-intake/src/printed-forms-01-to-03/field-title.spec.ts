import { fieldTitle } from './field-title.js';

const schema = {
  properties: {
    chuTau: { type: 'string', title: 'Tên chủ tàu' },
    khongTen: { type: 'string' },
    thanhVien: {
      title: 'Thành viên',
      items: { allOf: [{ $ref: '#/$defs/nguoi' }] },
    },
  },
  $defs: { nguoi: { properties: { hoTen: { title: 'Họ tên' }, 'a/b': { title: 'Số nhà' } } } },
};

describe('a field on paper (R15)', () => {
  it.each([
    ['/formData/chuTau', 'Tên chủ tàu'],
    ['/formData/thanhVien/1/hoTen', 'Thành viên 2, Họ tên'],
    ['/formData/thanhVien/0/a~1b', 'Thành viên 1, Số nhà'],
    ['/applicant/phone', 'Số điện thoại'],
    ['/formData/khongTen', 'khongTen'],
    ['/formData/constructor', 'constructor'],
    ['/formData/thanhVien/0/laLam/sau', 'Thành viên 1, laLam, sau'],
  ])('is %s by its title: %s', (pointer, title) => {
    expect(fieldTitle(pointer, schema)).toBe(title);
  });

  it('ends where a schema refers to itself', () => {
    expect(fieldTitle('/formData/x/y', { $ref: '#', properties: { x: { title: 'X', $ref: '#' } } })).toBe('X, y');
  });
});
