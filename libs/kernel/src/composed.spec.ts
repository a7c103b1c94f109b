import { composed } from './composed.js';

describe('a text as it is stored', () => {
  it('has its letters composed, however the keyboard sent them', () => {
    expect(composed('Chữ ký của chủ cơ sở'.normalize('NFD'))).toBe('Chữ ký của chủ cơ sở');
  });

  it.each([
    ['đăng k\u200eý', 'đăng ký'],
    ['giấy\u00ad phép', 'giấy phép'],
    ['\u202eNguyễn\u202c', 'Nguyễn'],
    ['\ufeffMẫu\u200b', 'Mẫu'],
    ['\u200b\u200b', ''],
  ])('has nothing that nobody sees: %j becomes %j', (text, stored) => expect(composed(text)).toBe(stored));

  it('keeps its lines and tabs', () => expect(composed('một\r\n\thai')).toBe('một\r\n\thai'));
});
