import { comparedWords } from '@motcua/kernel';
import fc from 'fast-check';
import { isAncillary } from './ancillary.js';
import { gramsToKnow, likelySpellings, misspeltAt } from './correct.js';
import { featuresOf } from './features.js';
import { gramsOf } from './grams.js';
import { oneLetterAway } from './one-letter-away.js';
import { phrasingsOf } from './phrasings.js';
import { synonymFaults, termsWithin } from './synonym.js';

const SYNONYMS = [
  { said: ['sổ đỏ', 'bìa đỏ'], meant: ['giấy chứng nhận quyền sử dụng đất', 'đăng ký đất đai'] },
  { said: ['sang tên sổ đỏ'], meant: ['chuyển nhượng quyền sử dụng đất'] },
  { said: ['bố mất'], meant: ['đăng ký khai tử'] },
  { said: ['gplx'], meant: ['giấy phép lái xe'] },
];
const phrasings = (typed: string): string[] =>
  phrasingsOf(comparedWords(typed), SYNONYMS).map(({ words }) => words.map(({ folded }) => folded).join(' '));

describe('what was typed', () => {
  it.each([
    [
      'as the law puts it, the likeliest meaning first, then as typed',
      'sổ đỏ',
      ['giay chung nhan quyen su dung dat', 'so do', 'dang ky dat dai'],
    ],
    ['by its longest term', 'sang tên sổ đỏ', ['chuyen nhuong quyen su dung dat', 'sang ten so do']],
    ['whatever marks were left out', 'so do', ['giay chung nhan quyen su dung dat', 'so do', 'dang ky dat dai']],
    ['with stop words inside of a term', 'bố tôi mất', ['dang ky khai tu', 'bo toi mat']],
    ['with what stands around a term', 'đổi gplx', ['doi giay phep lai xe', 'doi gplx']],
  ])('is put %s', (_, typed, expected) => {
    expect(phrasings(typed)).toEqual(expected);
  });

  it('is no term where its marks say another word', () => {
    expect(phrasings('số đo')).toEqual(['so do']);
  });

  it('keeps the stop words before a term', () => {
    expect(phrasings('xin gplx')).toEqual(['xin giay phep lai xe', 'xin gplx']);
  });

  const put = (typed: string, ...synonyms: { said: string[]; meant: string[] }[]): string[] =>
    phrasingsOf(comparedWords(typed), synonyms).map(({ words }) => words.map(({ folded }) => folded).join(' '));

  it('is put by the longest of the terms that begin alike, in whatever order they come', () => {
    const terms = [
      { said: ['sổ'], meant: ['hộ khẩu'] },
      { said: ['sổ đỏ'], meant: ['đất đai'] },
    ];
    expect(put('sổ đỏ', ...terms)).toEqual(['dat dai', 'so do']);
    expect(put('sổ đỏ', ...terms.toReversed())).toEqual(['dat dai', 'so do']);
  });

  it('is no term of which a word is still missing, also where that word stood before', () => {
    expect(put('lâu', { said: ['lâu lâu'], meant: ['thường trú'] })).toEqual(['lau']);
  });

  it('is not put as nothing where its terms have no meaning', () => {
    expect(put('gplx sổ', { said: ['gplx'], meant: [] }, { said: ['sổ'], meant: [] })).toEqual([
      ...['gplx so', 'gplx', 'so'],
    ]);
  });

  it('may mean one of several things that it names', () => {
    expect(phrasings('gplx sổ đỏ')).toContain('giay phep lai xe');
  });

  it('weighs every phrasing between 0 and 1, and one of one word least what was left out', () => {
    const weighed = phrasingsOf(comparedWords('gplx sổ đỏ'), SYNONYMS);
    for (const { weight } of weighed) expect(weight).toBeGreaterThan(0);
    expect(weighed.map(({ weight }) => weight)).toEqual(weighed.map(({ weight }) => weight).toSorted((a, b) => b - a));
    expect(weighed[0]?.weight).toBe(1);
  });

  it('is never lost, whatever the synonyms are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('sổ', 'đỏ', 'bố', 'mất', 'gplx', 'xe', 'tôi'), { minLength: 1 }),
        (typed) => {
          const words = comparedWords(typed.join(' '));
          const found = phrasingsOf(words, SYNONYMS);
          expect(found.length).toBeGreaterThan(0);
          expect(found.length).toBeLessThanOrEqual(8);
          for (const { words: phrase, weight } of found) {
            expect(phrase.length).toBeGreaterThan(0);
            expect(weight).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it('is looked for by its words and pairs without stop words', () => {
    expect(featuresOf(comparedWords('làm hộ chiếu ở đâu')).map(({ folded }) => folded)).toEqual([
      'ho',
      'chieu',
      'ho chieu',
    ]);
  });

  it('has stop words with marks, without them, and in English, but no other word that is written alike', () => {
    const features = (typed: string) => featuresOf(comparedWords(typed)).map(({ folded }) => folded);
    expect(features('lam ho chieu online')).toEqual(['ho', 'chieu', 'ho chieu']);
    expect(features('tái')).toEqual(['tai']);
    expect(features('tái định cư')).toContain('tai');
  });

  it('is looked for by its stop words where there is nothing else', () => {
    expect(featuresOf(comparedWords('ở đâu')).map(({ folded }) => folded)).toEqual(['o', 'dau', 'o dau']);
  });

  it('makes pairs only of words that stood side by side', () => {
    expect(featuresOf(comparedWords('khai của tử')).map(({ folded }) => folded)).toEqual(['khai', 'tu']);
  });

  it('says which word is begun, and which was typed with diacritics', () => {
    expect(featuresOf(comparedWords('thuốc th'))).toEqual([
      { exact: 'thuôc2', folded: 'thuoc', pair: false, marked: true, begun: false },
      { exact: 'th', folded: 'th', pair: false, marked: false, begun: true },
      { exact: 'thuôc2 th', folded: 'thuoc th', pair: true, marked: true, begun: true },
    ]);
  });
});

describe('terms that may stand in what was typed', () => {
  it('are its runs of words, with stop words between them or without', () => {
    expect(termsWithin(comparedWords('bố tôi mất'))).toEqual([
      'bo',
      'bo toi',
      'bo toi mat',
      'toi',
      'toi mat',
      'mat',
      'bo mat',
    ]);
  });
});

describe('a misspelt word', () => {
  const known = new Set(['sinh', 'khai sinh', 'sao', 'si']);

  it('is what a procedure has beside the same neighbours', () => {
    const misspelt = misspeltAt(comparedWords('khai sih'), 1);
    expect(gramsToKnow(misspelt)).toEqual(expect.arrayContaining(['sinh', 'khai sinh']));
    expect(likelySpellings(misspelt, known).map(({ folded }) => folded)).toEqual(['sinh', 'si']);
  });

  it('is corrected by one letter: left out, added, changed, exchanged', () => {
    expect(oneLetterAway('kahi')).toEqual(expect.arrayContaining(['khi', 'khahi', 'kaho', 'khai']));
    expect(oneLetterAway('khai')).not.toContain('khai');
    expect(oneLetterAway('kahi')).toEqual(expect.arrayContaining(['kani', 'kaih']));
  });

  it('is looked for between the word before and the word after', () => {
    const { before, word, after } = misspeltAt(comparedWords('cap giay sih moi nhat'), 2);
    expect([before, word, after].map((one) => one?.folded)).toEqual(['giay', 'sih', 'moi']);
  });

  it('may be one of four at most', () => {
    const many = new Set(['ma', 'me', 'mi', 'mo', 'mu', 'my']);
    expect(likelySpellings(misspeltAt(comparedWords('m'), 0), many)).toHaveLength(4);
  });
});

describe('a synonym', () => {
  it.each([
    ['what is said is no word', { said: ['!!'], meant: ['căn cước'] }, ['/said/0 TERM_LENGTH']],
    [
      'what is said is a sentence',
      { said: ['một hai ba bốn năm sáu bảy tám chín'], meant: [] },
      ['/said/0 TERM_LENGTH'],
    ],
    ['a meaning is no word', { said: ['cccd'], meant: ['căn cước', '–'] }, ['/meant/1 MEANING_EMPTY']],
    ['nothing is wrong', { said: ['một hai ba bốn năm sáu bảy tám'], meant: ['căn cước'] }, []],
  ])('is checked: %s', (_, synonym, expected) => {
    expect(synonymFaults(synonym).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
  });
});

describe('the words of a text', () => {
  it('are kept with their pairs, each once', () => {
    expect(gramsOf(['cap', 'lai', 'cap', 'lai'])).toEqual(['cap', 'lai', 'cap lai', 'lai cap']);
  });

  it.each([
    ['Thủ tục xóa đăng ký thường trú', true],
    ['Cấp lại thẻ căn cước', true],
    ['Đề nghị dừng thực hiện thủ tục', true],
    ['Đăng ký thường trú', false],
    ['Cấp thẻ căn cước', false],
  ])('say of %j whether it acts upon what is there already: %s', (name, expected) => {
    expect(isAncillary(name)).toBe(expected);
  });
});
