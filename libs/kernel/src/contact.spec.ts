import { isMailAddress, isPhone, typedPhone } from './contact.js';

describe('an e-mail address', () => {
  it.each([
    'mau@example.test',
    "o'brien@example.test",
    'a.b+c_d@mail.example.test',
    `${'a'.repeat(64)}@example.test`,
    'mẫu@ví-dụ.test',
    'nguyen.thi-mau+1@mail.example.test',
  ])('can be written to: %s', (text) => expect(isMailAddress(text)).toBe(true));

  it.each([
    'mau@example.test;',
    'mau@example.test,',
    '<mau@example.test>',
    'mailto:mau@example.test',
    'mau@example.test\u200b',
    `${'a'.repeat(70)}@example.test`,
    'mau@example',
    'mau@-example.test',
    '.mau@example.test',
    'mau..b@example.test',
    'mau@@example.test',
    'mau@example.test, other@example.test',
    'Mau <mau@example.test>',
    'mau@example.test>\nRCPT TO:<other@example.test',
    'mau',
    '@example.test',
    'mau@',
    'mau@exa mple.test',
    '"x y"@example.test',
    'mau@example.test\r\nBcc: x@example.test',
    '',
  ])('is refused where it is entered, as the sender would refuse it: %j', (text) =>
    expect(isMailAddress(text)).toBe(false),
  );
});

describe('a phone number', () => {
  it.each([
    ['(0255) 3822 123', '02553822123'],
    ['+84 (0)905 123 456', '+84905123456'],
    ['0905.123.456', '0905123456'],
    ['0905–123–456', '0905123456'],
    [' 0905-123-456 ', '0905123456'],
  ])('is read as people write it: %s', (written, digits) => {
    expect(typedPhone(written)).toBe(digits);
    expect(isPhone(digits)).toBe(true);
  });

  it.each(['1234567', '0905 123 45a', '+', '+84 905 123 456 789 012', ''])('is none: %j', (written) =>
    expect(isPhone(typedPhone(written))).toBe(false),
  );
});
