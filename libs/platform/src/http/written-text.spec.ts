import { Text } from '@motcua/fields';
import { writtenText } from './written-text.js';

class Message {
  @Text({ onScreen: true }) readonly text!: string;
  @Text() readonly subject!: string;
}

describe('what people write', () => {
  it('is composed, however deep it lies and whatever keyboard it came from', () => {
    const decomposed = 'Nguyễn Thị Mẫu'.normalize('NFD');
    const { value, faults } = writtenText({ applicant: { name: decomposed }, list: [decomposed, 7, null, true] });
    expect(value).toEqual({ applicant: { name: 'Nguyễn Thị Mẫu' }, list: ['Nguyễn Thị Mẫu', 7, null, true] });
    expect(faults).toEqual([]);
  });

  it.each(['Kŏng, Ƀlang, Y Ê̆ Ơ̆', 'Số 12/4, hẻm 7 – 9; 35 m² (≥ 20 %)', 'dòng một\ndòng hai\t…', '“Giấy” № 5 § 3'])(
    'takes what offices and peoples write: %s',
    (text) => {
      expect(writtenText(text).faults).toEqual([]);
    },
  );

  it('takes emoji in what is never printed, and there alone; controls nowhere', () => {
    const asked = (text: string, subject = 'x') => writtenText({ text, subject }, Message).faults;
    expect(asked('Cảm ơn 🙏')).toEqual([]);
    expect(asked('x', 'Cảm ơn 🙏')).toMatchObject([{ pointer: '/subject', code: 'TEXT_UNPRINTABLE' }]);
    expect(asked('chuông\u0007')).toMatchObject([
      { pointer: '/text', detail: { en: expect.stringContaining('screens') } },
    ]);
  });

  it('names field and sign of what no paper can show', () => {
    expect(writtenText({ 'a/b': ['x', 'vui 😀'], c: 'chuông\u0007' }).faults).toMatchObject([
      { pointer: '/a~1b/1', code: 'TEXT_UNPRINTABLE', detail: { en: expect.stringContaining('U+1F600') } },
      { pointer: '/c', code: 'TEXT_UNPRINTABLE', detail: { vi: expect.stringContaining('U+0007') } },
    ]);
  });
});
