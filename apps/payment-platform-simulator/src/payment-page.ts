import type { Payment } from './payments.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const page = (body: string): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Thanh toán (mô phỏng)</title>
<style>body{font:16px/1.5 system-ui;max-width:32rem;margin:3rem auto;padding:0 1rem}button{font:inherit;padding:.6rem 1.4rem;margin-right:.8rem}dt{color:#555}dd{margin:0 0 .8rem}</style>
</head><body><h1>Nền tảng thanh toán (mô phỏng)</h1>${body}</body></html>`;

const STATES = { 1: 'Đã thanh toán', 3: 'Chờ thanh toán', 4: 'Không thành công' } as const;

/** The page to which UrlThanhToan leads. */
export const paymentPage = (payment: Payment): string =>
  page(`<dl><dt>Nội dung</dt><dd>${escape(payment.description)}</dd>
<dt>Mã tham chiếu</dt><dd>${escape(payment.reference)}</dd>
<dt>Số tiền</dt><dd><strong>${payment.amount.toLocaleString('vi-VN')} đ</strong></dd>
<dt>Trạng thái</dt><dd>${STATES[payment.state]}</dd></dl>
${
  payment.state === '1' || payment.closed
    ? ''
    : `<form method="post" style="display:inline"><button>Thanh toán</button></form>
<form method="post" action="${encodeURIComponent(payment.reference)}/cancel" style="display:inline"><button>Hủy</button></form>`
}${payment.returnUrl === undefined ? '' : `<p><a href="${escape(payment.returnUrl)}">Quay lại</a></p>`}`);

export const unknownPaymentPage = (): string => page('<p>Không có giao dịch này.</p>');
