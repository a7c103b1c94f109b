import { comparedWords, distinctWords, exact, folded, foldedQuery, markedQuery } from './fold.js';

describe('Vietnamese as people type it', () => {
  it.each([
    ['Đăng ký khai sinh', 'dang ky khai sinh'],
    ['ĐẤT ĐAI', 'dat dai'],
    ['  Cấp   giấy phép (mới) – lần 2 ', 'cap giay phep moi lan 2'],
    ['Người nước ngoài', 'nguoi nuoc ngoai'],
    // U+00D0 and U+0189 look like Đ; the b with a stroke is a letter of the Ba Na and the Ê Đê.
    ['Ðăng Ɖăk Ƀrap', 'dang dak brap'],
    ['đăng k\u200eý', 'dang ky'],
    ['1.001686', '1 001686'],
    ['!!! %_\\', ''],
  ])('folds %j to %j', (text, expected) => expect(folded(text)).toBe(expected));

  it('folds composed and decomposed letters alike', () => {
    const text = 'Thủ tục cấp Giấy chứng nhận đủ điều kiện';
    expect(folded(text.normalize('NFD'))).toBe(folded(text.normalize('NFC')));
    expect(exact(text.normalize('NFD'))).toBe(exact(text.normalize('NFC')));
  });

  it.each([
    ['hoà', 'hòa'],
    ['thuỷ', 'thủy'],
    ['hoá chất', 'hóa chất'],
    ['uỷ ban', 'ủy ban'],
    ['Ðiều kiện', 'Điều kiện'],
  ])('takes %j and %j for the same, diacritics included', (old, modern) => expect(exact(old)).toBe(exact(modern)));

  it.each([
    ['thuế', 'thuê'],
    ['đất', 'dat'],
    ['bán', 'bạn'],
    ['mơ', 'mô'],
  ])('tells %j from %j where diacritics are kept', (one, other) => expect(exact(one)).not.toBe(exact(other)));

  it.each([
    ['đăng kí', 'đăng ký'],
    ['Quí', 'Quý'],
    ['Mĩ', 'Mỹ'],
    ['bác sĩ', 'bác sỹ'],
    ['tỉ lệ', 'tỷ lệ'],
    ['vi phạm', 'vy phạm'],
  ])('takes %j and %j for the same: i and y are both taught', (one, other) => {
    expect(exact(one)).toBe(exact(other));
    expect(folded(one)).toBe(folded(other));
  });

  it.each([
    ['tui', 'tuy'],
    ['mai', 'may'],
    ['thị', 'thỵ'],
    ['hủi', 'hủy'],
    ['kim', 'kym'],
  ])('tells %j from %j, which are different syllables or no Vietnamese', (one, other) =>
    expect(folded(one)).not.toBe(folded(other)),
  );

  it('searches for all words, each once, the last one as a beginning', () => {
    expect(foldedQuery('cấp giấy cấp phép')).toBe("'cap' & 'giay' & 'phep':*");
    expect(foldedQuery('')).toBe('');
    expect(distinctWords(' a  b a ')).toEqual(['a', 'b']);
  });

  it('compares words in two forms', () => {
    expect(comparedWords('Đăng kí, HOÀ')).toEqual([
      { exact: 'đăng', folded: 'dang' },
      { exact: 'ky2', folded: 'ky' },
      { exact: 'hoa1', folded: 'hoa' },
    ]);
  });

  it('finds what begins with the i that was typed, too', () => {
    expect(foldedQuery('đăng kí')).toBe("'dang' & ('ky' | 'ki':*)");
    expect(foldedQuery('kí kết')).toBe("'ky' & 'ket':*");
    expect(foldedQuery('đăng ký')).toBe("'dang' & 'ky':*");
  });

  it('asks for the diacritics of the words that were typed with some', () => {
    expect(markedQuery('đất dai')).toBe("'đât2'");
    expect(markedQuery('dat đai')).toBe("'đai':*");
    expect(markedQuery('dat dai')).toBeNull();
  });

  it.each(["a' | 'b", 'x:*!&|()<->', "'; DROP TABLE procedure; --", '\\'])(
    'leaves nothing in %j that could be read as an operator',
    (text) => expect(foldedQuery(text)).toMatch(/^('[\p{L}\p{N}]+'(:\*)?( & |$))*$/u),
  );

  it('cuts a word that is no word', () => {
    expect(folded('a'.repeat(5000))).toHaveLength(60);
  });
});
