import { builtInTemplate } from '../templates/built-in-templates.js';
import { FULL } from '../testing/sample-data.fixture.js';
import { renderMail } from './render-mail.js';

describe('messages in English', () => {
  it('names which papers and fields are missing, why, and until when', () => {
    const contents = { message: builtInTemplate('dossier.supplement-requested'), letter: builtInTemplate('letter') };
    const { subject, text } = renderMail('dossier.supplement-requested', contents, FULL, 'en');
    expect(subject).toBe('Application H48.12-261124-0001 needs a supplement');
    expect(text).toBe(`Dear Nguyễn Thị Mẫu,

Sở Xây dựng has checked your application H48.12-261124-0001 for “Cấp giấy phép xây dựng” and asks you to add or correct the following:

1. Bản vẽ thiết kế: Bản vẽ chưa có chữ ký của người lập
2. Field “Địa chỉ”: Địa chỉ chưa ghi số nhà

Asked by: Trần Văn Giả
Please do so by 08:00 on 7 January 2027. After that time the application cannot be accepted.

Dossier code: H48.12-261124-0001
Procedure: Cấp giấy phép xây dựng
Follow your application: https://motcua.example/tra-cuu/H48.12-261124-0001

Yours sincerely,
Sở Xây dựng
Address: 01 đường Minh Họa, tỉnh Quảng Ngãi
Telephone: 0255 3000 000

This message was sent automatically; please do not reply. For help, contact the agency above and give the dossier code.`);
  });

  it('writes amounts as the language does', () => {
    const contents = { message: builtInTemplate('dossier.payment-required'), letter: builtInTemplate('letter') };
    expect(renderMail('dossier.payment-required', contents, { ...FULL, amount: 1234500 }, 'en').text).toContain(
      'Amount to pay: 1,234,500 dong.',
    );
    expect(renderMail('dossier.payment-required', contents, { ...FULL, amount: 1234500 }, 'vi').text).toContain(
      'Số tiền phải nộp: 1.234.500 đồng.',
    );
  });
});
