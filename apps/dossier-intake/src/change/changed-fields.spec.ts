import { changedFields } from './changed-fields.js';

describe('what of a document is otherwise', () => {
  it('is told member by member, with what stood there before', () => {
    const before = { applicant: { fullName: 'Nguyễn Thị Mâu', phone: null }, formData: { a: 1, lines: [1, 2] } };
    const after = {
      applicant: { fullName: 'Nguyễn Thị Mẫu', phone: '0900' },
      formData: { lines: [2, 1], 'b/c': true },
    };
    expect(changedFields(before, after)).toEqual([
      { field: '/applicant/fullName', before: 'Nguyễn Thị Mâu', after: 'Nguyễn Thị Mẫu' },
      { field: '/applicant/phone', before: null, after: '0900' },
      { field: '/formData/a', before: 1, after: null },
      { field: '/formData/b~1c', before: null, after: true },
      { field: '/formData/lines', before: [1, 2], after: [2, 1] },
    ]);
  });

  it('is nothing where a member that was absent is null', () => {
    expect(changedFields({ a: 1 }, { a: 1, b: null })).toEqual([]);
  });
});
