import type { Verdict } from '../gateway/payment-gateway.js';

/** MaLoi and MoTaLoi of our answers. Only `00` tells the platform that the payment was taken note of as it says. */
export const CONFIRM_ANSWERS = {
  accepted: ['00', 'Thành công'],
  unknownReference: ['01', 'Không tìm thấy mã tham chiếu'],
  amountDiffers: ['02', 'Số tiền không khớp'],
  badHash: ['97', 'Sai mã xác thực'],
  badMessage: ['99', 'Bản tin không hợp lệ'],
} as const satisfies Record<Verdict, readonly [maLoi: string, moTaLoi: string]>;
