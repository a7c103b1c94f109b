import { folded } from '@motcua/kernel';

/** Acts upon something that is there already: who names no act looks for the thing itself. */
const ACTS = [
  'xóa',
  'thu hồi',
  'hủy',
  'dừng',
  'chấm dứt',
  'trình báo',
  'gia hạn',
  'cấp lại',
  'cấp đổi',
  'đổi',
  'điều chỉnh',
  'sửa đổi',
  'thay đổi',
  'đăng ký lại',
  'đăng ký thay đổi',
  'khôi phục',
  'tạm ngừng',
  'cấp bổ sung',
  'bổ sung',
  'chuyển đổi',
  'hoàn trả',
  'trả lại',
  'thông báo',
].map((act) => `${folded(act)} `);

/** Whether a procedure changes, renews or ends what another one gives: `Xóa đăng ký thường trú`. */
export function isAncillary(name: string): boolean {
  const words = `${folded(name)
    .replace(/^thu tuc /u, '')
    .replace(/^de nghi /u, '')} `;
  return ACTS.some((act) => words.startsWith(act));
}
