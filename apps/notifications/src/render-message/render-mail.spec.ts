import { sayMoment } from '@motcua/kernel';
import { FULL } from '../testing/sample-data.fixture.js';
import { htmlOf } from './html-of.js';
import { renderMail } from './render-mail.js';
import { renderLine, renderText } from './render-text.js';
import type { TemplateContent } from './template-content.js';

const mail = (subject: string, body: string): TemplateContent => ({
  email: { vi: { subject, body }, en: { subject, body } },
  inApp: null,
});
const letter = mail('{{subject}}', '{{fullName}}: {{text}}');

describe('rendering a mail', () => {
  it('shows what an officer typed as text, whatever it looks like', () => {
    const reason = '<img src=x onerror=alert(1)> & "quoted" {{fullName}}';
    const message = mail('Lý do: {{reason}}', '{{reason}}');
    const rendered = renderMail('dossier.stopped', { message, letter }, { ...FULL, reason }, 'vi');
    expect(rendered.text).toBe(`Nguyễn Thị Mẫu: ${reason}`);
    expect(rendered.html).not.toContain('<img');
    expect(rendered.html).toContain(
      '<p>Nguyễn Thị Mẫu: &lt;img src=x onerror=alert(1)&gt; &amp; &quot;quoted&quot; {{fullName}}</p>',
    );
  });

  it('keeps a subject on one line, so that no second header begins', () => {
    const subject = renderLine('A {{x}}', { x: 'b\r\nBcc: other@example.test\u2028\u0000c' });
    expect(subject).toBe('A b Bcc: other@example.test c');
  });

  it('lets no control character into a text but line breaks', () => {
    expect(renderText('{{x}}', { x: 'one\r\ntwo\u0007\u001b[31mthree\tfour' })).toBe('one\ntwo [31mthree four');
  });

  it('refuses to print what it was not given', () => {
    expect(() => renderText('{{unknown}}', { known: 1 })).toThrow('unknown');
  });

  it('reaches no property that is not one of its variables', () => {
    expect(renderText('-{{constructor}}{{__proto__}}-', { known: 1 })).toBe('--');
  });

  it('makes a paragraph of each block of lines', () => {
    expect(htmlOf('a\nb\n\nc', 'en')).toContain('<p>a<br>\nb</p>\n<p>c</p>');
  });
});

describe('moments as they are said', () => {
  it.each([
    ['2026-12-02T07:58:00Z', '14 giờ 58 phút, ngày 02 tháng 12 năm 2026', '14:58 on 2 December 2026'],
    ['2027-01-05T00:05:00+07:00', '00 giờ 05 phút, ngày 05 tháng 01 năm 2027', '00:05 on 5 January 2027'],
    ['2026-03-31T17:30:00Z', '00 giờ 30 phút, ngày 01 tháng 4 năm 2026', '00:30 on 1 April 2026'],
  ])('%s', (instant, vi, en) => {
    expect([sayMoment(instant, 'vi'), sayMoment(instant, 'en')]).toEqual([vi, en]);
  });
});
