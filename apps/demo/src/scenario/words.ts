interface Words {
  readonly vi: string;
  readonly en: string;
}

/** The ten statuses of the national portal, with their numbers. */
export const STATUS_WORDS: Readonly<Record<string, Words & { readonly number: number }>> = {
  draft: { number: 0, vi: 'Bản nháp', en: 'draft' },
  registered: { number: 1, vi: 'Mới đăng ký', en: 'registered' },
  accepted: { number: 2, vi: 'Được tiếp nhận', en: 'accepted' },
  refused: { number: 3, vi: 'Không được tiếp nhận', en: 'refused' },
  processing: { number: 4, vi: 'Đang xử lý', en: 'processing' },
  supplementRequired: { number: 5, vi: 'Yêu cầu bổ sung giấy tờ', en: 'supplement required' },
  paymentRequired: { number: 6, vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'payment required' },
  withdrawn: { number: 7, vi: 'Công dân rút hồ sơ', en: 'withdrawn' },
  stopped: { number: 8, vi: 'Dừng xử lý', en: 'stopped' },
  processed: { number: 9, vi: 'Đã xử lý xong', en: 'processed' },
  returned: { number: 10, vi: 'Đã trả kết quả', en: 'returned' },
};

const ROLES: Readonly<Record<string, Words>> = {
  citizen: { vi: 'người dân', en: 'citizen' },
  clerk: { vi: 'cán bộ Một cửa', en: 'one-stop officer' },
  specialist: { vi: 'chuyên viên', en: 'specialist' },
  leader: { vi: 'lãnh đạo', en: 'leader' },
  cashier: { vi: 'thủ quỹ', en: 'cashier' },
  'postal-clerk': { vi: 'nhân viên bưu chính', en: 'postal clerk' },
};

export const sayRole = (role: string): Words => ROLES[role] ?? { vi: role, en: role };

const DAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'];

/** "Thứ Bảy 22/08/2026 08:10", in Vietnam. */
export function sayWhen(text: string | null): string {
  if (text === null) return '–';
  const at = Temporal.Instant.from(text).toZonedDateTimeISO('Asia/Ho_Chi_Minh');
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${DAYS[at.dayOfWeek - 1]} ${two(at.day)}/${two(at.month)}/${at.year} ${two(at.hour)}:${two(at.minute)}`;
}

/** "115,000 đồng" */
export const sayMoneyInEnglish = (amount: number): string => `${amount.toLocaleString('en-GB')} đồng`;

/** "115.000 đ" */
export const sayMoney = (amount: number): string => `${amount.toLocaleString('vi-VN')} đ`;
